import { useTranslation } from 'react-i18next';
import { titleFromName } from '../../shared/format/title-from-name.ts';
import type { en } from '../../shared/words/en.ts';

type Purpose = keyof typeof en.fact.purposes;
type FactName = keyof typeof en.fact.names;

/** What a recorded field or an observed fact is called in the reader's language. */
export function useRecordedName(): (name: string) => string {
  const { t } = useTranslation();
  return (name) => {
    const [first, purpose] = name.split('.');
    if (first === 'account' && purpose) {
      const what = t(`fact.purposes.${purpose as Purpose}`, { defaultValue: purpose });
      return t('fact.account', { purpose: what });
    }
    if (first === 'label') return t('explore.labelOf', { key: name.slice(first.length + 1) });
    if (first === 'field') return name.slice(first.length + 1);
    if (name === 'created' || name === 'removed') return t(`fact.${name}`);
    return t(`fact.names.${name as FactName}`, { defaultValue: titleFromName(name) });
  };
}

/** The name in words; as it is stored, on hover. */
export function RecordedName({ name }: { name: string }) {
  const nameOf = useRecordedName();
  return (
    <span title={name} style={{ overflowWrap: 'anywhere' }}>
      {nameOf(name)}
    </span>
  );
}
