import type { HostView } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { StateShape } from '../../shared/state/StateShape.tsx';
import { stateMarks } from '../../shared/state/state-marks.ts';

export type Verdicts = NonNullable<HostView['check']>['verdicts'];
export const verdictOrder = ['fail', 'warn', 'unknown', 'pass'] as const;

/** How many items of the host check failed, warn, are unknown, passed; none of a kind is not shown. */
export function VerdictCounts({ verdicts }: { verdicts: Verdicts | undefined }) {
  const { t } = useTranslation();
  if (!verdicts) return <span className="faint">{t('host.verdictsNone')}</span>;
  return (
    <span className="row" style={{ gap: 10, display: 'inline-flex' }}>
      {verdictOrder.map((verdict) => {
        const count = verdicts.filter((each) => each.verdict === verdict).length;
        if (count === 0) return null;
        const { shape, tone } = stateMarks.verdict[verdict];
        return (
          <span key={verdict} className={`state tone-${tone}`} style={{ gap: 4 }} title={t(`state.verdict.${verdict}`)}>
            <StateShape shape={shape} tone={tone} size={11} />
            {count}
            <span className="visually-hidden">{t(`state.verdict.${verdict}`)}</span>
          </span>
        );
      })}
    </span>
  );
}
