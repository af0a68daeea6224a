import { countInventory, PoolState } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { formatCount } from '../../shared/format/format-size.ts';
import { StateMark } from '../../shared/state/StateMark.tsx';
import './hosts.css';

interface PoolChipsProps {
  readonly chosen: PoolStateName | undefined;
  readonly onChoose: (state: PoolStateName | undefined) => void;
}
type PoolStateName = (typeof PoolState.options)[number];

/** How many hosts are in each state of the pool; one that is pressed chooses them. */
export function PoolChips({ chosen, onChoose }: PoolChipsProps) {
  const { t } = useTranslation();
  return (
    <fieldset className="pool-chips" aria-label={t('host.pool')}>
      <button type="button" aria-pressed={chosen === undefined} onClick={() => onChoose(undefined)}>
        {t('ticket.all')} <Count />
      </button>
      {PoolState.options.map((state) => (
        <button
          key={state}
          type="button"
          aria-pressed={chosen === state}
          onClick={() => onChoose(chosen === state ? undefined : state)}
        >
          <StateMark of="pool" value={state} /> <Count state={state} />
        </button>
      ))}
    </fieldset>
  );
}

function Count({ state }: { state?: PoolStateName }) {
  const count = useAnswer(
    countInventory,
    { params: { dimension: 'host' }, query: state ? { where: `poolState = "${state}"` } : {} },
    { everyMs: 10_000 },
  );
  return <b>{count.data ? formatCount(count.data.count) : '…'}</b>;
}
