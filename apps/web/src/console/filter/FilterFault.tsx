import { ProblemAnswer } from '@myriad/contract';
import { useErrorWords } from '../../shared/page/ProblemNote.tsx';
import { faultPlaceOf } from './fault-place.ts';

/** What is wrong with a filter, under the character it is about. */
export function FilterFault({ where, error }: { where: string; error: Error }) {
  const wordsOf = useErrorWords();
  const { title, next } = wordsOf(error);
  const at = error instanceof ProblemAnswer ? faultPlaceOf(error.problem) : undefined;
  return (
    <div className="filter-fault" role="alert">
      {at === undefined ? null : (
        <pre className="mono" aria-hidden>
          {where.slice(0, at - 1)}
          <mark>{where.slice(at - 1, at) || ' '}</mark>
          {where.slice(at)}
        </pre>
      )}
      <b>{title}</b> <span>{next}</span>
    </div>
  );
}
