import { useTranslation } from 'react-i18next';
import { formatExact } from '../../shared/format/format-time.ts';
import { useLanguage } from '../../shared/words/use-words.ts';

/** Until when a right holds; said plainly where it has no end, or is over. */
export function UntilText({ at, over }: { at: number | undefined; over?: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (at === undefined) return <span className="faint">{t('rights.noEnd')}</span>;
  return (
    <span>
      <time dateTime={new Date(at).toISOString()}>{formatExact(at, language)}</time>
      {over ? <strong> {t('rights.over')}</strong> : null}
    </span>
  );
}
