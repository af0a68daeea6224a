import type { DictionaryOwner } from '@myriad/contract';
import { useTranslation } from 'react-i18next';

/** Who answers for it, and whether that is said of it or inherited. */
export function Owner({ owner }: { owner: DictionaryOwner | undefined }) {
  const { t } = useTranslation();
  if (!owner) return <span className="faint">{t('dictionary.noOwner')}</span>;
  return (
    <span className="long-name" title={`${owner.name} · ${t(`dictionary.ownerFrom.${owner.from}`)}`}>
      {owner.name} <span className="faint">{owner.from === 'own' ? '' : t(`dictionary.ownerFrom.${owner.from}`)}</span>
    </span>
  );
}

/** What the server says of it, and what a person wrote beside it. */
export function Said({ comment, note }: { comment: string; note?: string | undefined }) {
  const text = [comment, note].filter(Boolean).join(' · ');
  if (text === '') return <span className="faint">—</span>;
  return (
    <bdi className="long-name" translate="no" title={text}>
      {comment}
      {comment && note ? ' · ' : null}
      {note ? <em>{note}</em> : null}
    </bdi>
  );
}
