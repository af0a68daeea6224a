import type { OwnReviewRuleTrial } from '@myriad/contract';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { StateShape } from '../../../shared/state/StateShape.tsx';
import { usePick } from '../../../shared/words/use-words.ts';

/** What each case of a rule came to; what it found is marked in its text. */
export function TrialResult({ trial }: { trial: OwnReviewRuleTrial }) {
  const { t } = useTranslation();
  const pick = usePick();
  const { fault, server, cases } = trial;
  if (fault)
    return (
      <Alert
        type="warning"
        showIcon
        title={t('sqlReview.own.fault', { line: fault.line, reason: pick(fault.words) })}
      />
    );
  return (
    <section className="review-cases" aria-label={t('sqlReview.own.trial')} aria-live="polite">
      <h3>
        {t('sqlReview.own.trial')} <span className="faint">{server}</span>
      </h3>
      <ul className="review-trial">
        {cases.map(({ isHit, sql, wrong, places }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a case has its place and no other identity
          <li key={at}>
            <StateShape shape={wrong ? 'cross' : 'tick'} tone={wrong ? 'bad' : 'good'} size={11} />{' '}
            <span className="soft nowrap">{t(isHit ? 'sqlReview.own.hit' : 'sqlReview.own.noHit')}</span>{' '}
            <Marked sql={sql} places={places} />
            {wrong ? <span className="tone-bad"> {pick(wrong)}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Marked({ sql, places }: { sql: string; places: OwnReviewRuleTrial['cases'][number]['places'] }) {
  const first = places[0];
  if (!first) return <code className="review-message">{sql}</code>;
  return (
    <code className="review-message">
      {sql.slice(0, first.start)}
      <mark>{sql.slice(first.start, first.end)}</mark>
      {sql.slice(first.end)}
    </code>
  );
}
