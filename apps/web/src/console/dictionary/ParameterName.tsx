import { listParameterNames } from '@myriad/contract';
import { AutoComplete } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { useSettled } from '../../shared/page/use-settled.ts';

interface ParameterNameProps {
  readonly value: string | undefined;
  readonly onChange: (name: string | undefined) => void;
}

/** Chooses a parameter by the beginning of its name. */
export function ParameterName({ value, onChange }: ParameterNameProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value ?? '');
  useEffect(() => setTyped(value ?? ''), [value]);
  const search = useSettled(typed.trim().slice(0, 100));
  const { data } = useAnswer(listParameterNames, { query: { search } }, { keeps: true });
  const settle = () => {
    const name = typed.trim();
    if (name !== (value ?? '')) onChange(name === '' ? undefined : name);
  };
  return (
    <AutoComplete
      allowClear
      className="dictionary-search"
      aria-label={t('dictionary.parameterName')}
      placeholder={t('dictionary.parameterName')}
      popupMatchSelectWidth={380}
      maxLength={100}
      value={typed}
      options={(data?.items ?? []).map((name) => ({ value: name }))}
      onChange={(text: string | undefined) => setTyped(text ?? '')}
      onSelect={(name?: string) => onChange(name)}
      onClear={() => onChange(undefined)}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle();
      }}
    />
  );
}
