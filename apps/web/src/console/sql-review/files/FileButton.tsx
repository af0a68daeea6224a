import { Button } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenFile } from './chosen-files.ts';
import { readPicked } from './dropped-files.ts';

/** Chooses files from the reader's machine; the same ones may be chosen again after they were changed. */
export function FileButton({ onChosen }: { onChosen: (files: readonly ChosenFile[]) => void }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button title={t('sqlReview.files.help')} onClick={() => input.current?.click()}>
        {t('sqlReview.files.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept=".sql,.xml"
        aria-label={t('sqlReview.files.choose')}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = '';
          void readPicked(files).then(onChosen);
        }}
      />
    </>
  );
}
