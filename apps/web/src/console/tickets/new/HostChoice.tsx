import { type HostView, listHosts } from '@myriad/contract';
import { Alert, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAnswer } from '../../../shared/api/use-answer.ts';
import { Loaded } from '../../../shared/page/Loaded.tsx';
import { LongName } from '../../../shared/page/LongName.tsx';
import { Message } from '../../../shared/page/Message.tsx';
import { StateMark } from '../../../shared/state/StateMark.tsx';
import { HostFacts } from '../../hosts/HostFacts.tsx';
import { VerdictCounts } from '../../hosts/VerdictCounts.tsx';

interface HostChoiceProps {
  readonly needed: number;
  /** Absent: the platform chooses. */
  readonly value?: readonly string[];
  readonly onChange?: (hostIds: readonly string[] | undefined) => void;
}

const canCarry = (host: HostView): boolean => host.poolState === 'available' || host.poolState === 'in-use';

/** Automatic from the pool, or chosen one by one; the first chosen becomes the primary. */
export function HostChoice({ needed, value, onChange }: HostChoiceProps) {
  const { t } = useTranslation();
  const hosts = useAnswer(listHosts, { query: { limit: 500 } });
  return (
    <div className="stack">
      <Radio.Group
        value={value === undefined ? 'automatic' : 'chosen'}
        onChange={(event) => onChange?.(event.target.value === 'automatic' ? undefined : [])}
        options={[
          { value: 'automatic', label: t('newCluster.automatic') },
          { value: 'chosen', label: t('newCluster.chosen') },
        ]}
      />
      <Loaded query={hosts}>
        {({ items }) =>
          value === undefined ? (
            <AutomaticNote
              available={items.filter(({ poolState }) => poolState === 'available').length}
              needed={needed}
            />
          ) : (
            <HostCards hosts={items} chosen={value} needed={needed} onChange={(ids) => onChange?.(ids)} />
          )
        }
      </Loaded>
    </div>
  );
}

function AutomaticNote({ available, needed }: { available: number; needed: number }) {
  const { t } = useTranslation();
  if (available >= needed) return <span className="soft">{t('newCluster.automaticHint', { available, needed })}</span>;
  return (
    <Alert
      type="warning"
      showIcon
      title={t('newCluster.automaticShort', { available, needed })}
      action={<Link to="/hosts">{t('host.title')}</Link>}
    />
  );
}

interface HostCardsProps {
  readonly hosts: readonly HostView[];
  readonly chosen: readonly string[];
  readonly needed: number;
  readonly onChange: (hostIds: readonly string[]) => void;
}

function HostCards({ hosts, chosen, needed, onChange }: HostCardsProps) {
  const { t } = useTranslation();
  const seatOf = (id: string): string | undefined => {
    const at = chosen.indexOf(id);
    if (at < 0) return undefined;
    return at === 0 ? t('newCluster.primaryHere') : t('newCluster.replicaHere', { n: at });
  };
  const toggle = (id: string) =>
    onChange(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  if (hosts.length === 0)
    return (
      <Message title={t('host.empty')} next={t('host.emptyNext')} act={<Link to="/hosts">{t('host.title')}</Link>} />
    );
  return (
    <>
      <span className={chosen.length === needed ? 'tone-good' : 'soft'}>
        {t('newCluster.chooseCount', { needed, chosen: chosen.length })}
      </span>
      <div className="host-cards">
        {[...hosts]
          .sort((a, b) => Number(canCarry(b)) - Number(canCarry(a)))
          .map((host) => (
            <button
              key={host.id}
              type="button"
              className="host-card"
              aria-pressed={chosen.includes(host.id)}
              disabled={!canCarry(host)}
              title={canCarry(host) ? undefined : t('newCluster.notInPool')}
              onClick={() => toggle(host.id)}
            >
              <span className="grow">
                <span className="row">
                  <b className="grow">
                    <LongName>{host.name}</LongName>
                  </b>
                  {seatOf(host.id) ? <span className="badge accent">{seatOf(host.id)}</span> : null}
                  <StateMark of="pool" value={host.poolState} />
                </span>
                <span className="host-card-facts soft">
                  <span>{host.zone}</span>
                  <HostFacts facts={host.facts} />
                  <VerdictCounts verdicts={host.check?.verdicts} />
                </span>
              </span>
            </button>
          ))}
      </div>
    </>
  );
}
