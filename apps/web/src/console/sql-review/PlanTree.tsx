import type { ReviewPlanStep } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { StateShape } from '../../shared/state/StateShape.tsx';

/** Levels by the id that EXPLAIN gives: what serves another query stands below it. */
export function PlanTree({ steps }: { steps: readonly ReviewPlanStep[] }) {
  const { t } = useTranslation();
  const ids = [...new Set(steps.map(({ id }) => id))].sort((a, b) => a - b);
  return (
    <div className="review-plan">
      <p className="soft">{t('sqlReview.plan')}</p>
      <ul>
        {steps.map((step, at) => {
          const { id, selectType, table, access, key, rows, filtered, extra } = step;
          const isWhole = access === 'ALL' || access === 'index';
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a plan have their order and no other identity
            <li key={at} style={{ marginInlineStart: Math.max(0, ids.indexOf(id)) * 18 }}>
              <StateShape shape={isWhole ? 'diamond' : 'dot'} tone={isWhole ? 'warn' : 'calm'} size={11} />{' '}
              <code>{table || '—'}</code> <span className="nowrap">{access || selectType}</span>
              {key ? (
                <span className="soft">
                  {' '}
                  {t('sqlReview.key')} <code>{key}</code>
                </span>
              ) : null}{' '}
              <span className="soft nowrap">{t('sqlReview.planRows', { count: rows, filtered })}</span>
              {extra.length > 0 ? <code className="faint"> {extra.join(' · ')}</code> : null}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
