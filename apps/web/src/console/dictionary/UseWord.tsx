import type { DictionaryUse } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../shared/format/format-size.ts';
import { formatExact } from '../../shared/format/format-time.ts';
import { useLanguage } from '../../shared/words/use-words.ts';

const looks = { used: 'badge good', unused: 'badge warn', 'too-early': 'badge', unknown: 'badge' } as const;

/** Whether it is used, as a word, and why that may be said: on hover, or beside it. */
export function UseWord({ use, says }: { use: DictionaryUse; says?: true }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const why = t(`dictionary.usesWhy.${use.state}`, {
    reads: formatCount(use.reads ?? 0),
    writes: formatCount(use.writes ?? 0),
    when: use.quietSince === undefined ? '' : formatExact(use.quietSince, language),
  });
  return (
    <>
      <span className={looks[use.state]} title={why}>
        {t(`dictionary.uses.${use.state}`)}
      </span>
      {says ? <span className="soft"> {why}</span> : null}
    </>
  );
}
