import type { FindingView } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { ProblemNote, useErrorWords } from '../../shared/page/ProblemNote.tsx';
import { usePick } from '../../shared/words/use-words.ts';
import type { Refused } from './use-bulk.ts';

interface BulkNoteProps {
  readonly findings: readonly FindingView[];
  readonly progress: { readonly done: number; readonly total: number } | undefined;
  readonly refused: readonly Refused[];
}

/** What was refused, with the platform's reason; of one thing alone, as any other refusal. */
export function BulkNote({ findings, progress, refused }: BulkNoteProps) {
  const { t } = useTranslation();
  const pick = usePick();
  const wordsOf = useErrorWords();
  const [first] = refused;
  if (!first || !progress) return null;
  if (findings.length === 1) return <ProblemNote error={first.error} />;
  return (
    <div role="alert" className="bulk-note">
      <strong>{t('finding.bulk.done', progress)}</strong>
      <ul className="faults">
        {refused.map(({ id, error }) => {
          const finding = findings.find((each) => each.id === id);
          const { title, next } = wordsOf(error);
          return (
            <li key={id}>
              {finding ? `${finding.entityName ?? finding.code}: ${pick(finding.words)} ` : null}
              <span className="tone-bad">{title}</span> <span className="soft">{next}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
