import { getInstanceReplication, type InstanceReplication } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { ChannelFacts } from './ChannelFacts.tsx';
import { LiveState } from './LiveState.tsx';
import { instanceAddress, type PartProps } from './parts.ts';
import { ServerText } from './ServerText.tsx';
import { formatSeconds } from './seconds.ts';
import { NotSeen, Unreachable } from './Unreachable.tsx';
import { useLive } from './use-live.ts';

/** All channels with their threads, positions and errors, and who fetches from here. */
export function ReplicationPart({ instance }: PartProps) {
  const { t } = useTranslation();
  const live = useLive();
  const query = useAnswer(getInstanceReplication, { params: { instanceId: instance.id } }, { everyMs: live.everyMs });
  return (
    <Loaded query={query}>
      {(replication) =>
        replication.reachable ? (
          <>
            <Panel
              title={t('instance.replication.channels')}
              flush
              acts={<LiveState live={live} at={replication.at} />}
            >
              {replication.channels?.length ? (
                replication.channels.map((channel) => <ChannelFacts key={channel.name} channel={channel} />)
              ) : (
                <Message title={t('instance.replication.none')} next={t('instance.replication.noneNext')} />
              )}
              <WorkerErrors replication={replication} />
            </Panel>
            <ReplicasPanel replication={replication} />
            <Panel title={t('instance.replication.executed')}>
              <ServerText wraps>{replication.executed ?? ''}</ServerText>
            </Panel>
          </>
        ) : (
          <Unreachable instanceId={instance.id} because={replication.because} />
        )
      }
    </Loaded>
  );
}

function WorkerErrors({ replication: { workerErrors } }: { replication: InstanceReplication }) {
  const { t } = useTranslation();
  if (!workerErrors) return null;
  if (!workerErrors.ok) return <NotSeen title={t('instance.replication.workers')} words={workerErrors.words} />;
  if (workerErrors.items.length === 0) return null;
  return (
    <div className="channel">
      <h3>{t('instance.replication.workers')}</h3>
      <ul className="record">
        {workerErrors.items.map(({ channel, worker, errno, message }) => (
          <li key={`${channel} ${worker}`} className="tone-bad">
            {t('instance.replication.worker', { worker })} · {t('instance.replication.errno', { errno })}
            <ServerText wraps>{message}</ServerText>
          </li>
        ))}
      </ul>
    </div>
  );
}

function ReplicasPanel({ replication: { replicas } }: { replication: InstanceReplication }) {
  const { t } = useTranslation();
  if (!replicas) return null;
  return (
    <Panel title={t('instance.replication.replicas')}>
      {replicas.ok ? null : <NotSeen title={t('instance.replication.replicas')} words={replicas.words} />}
      {replicas.ok && replicas.items.length === 0 ? (
        <span className="faint">{t('instance.replication.replicasNone')}</span>
      ) : null}
      <ul className="record">
        {(replicas.ok ? replicas.items : []).map(({ host, user, seconds, replicaUuid, instanceId, name }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a host may fetch twice, and says nothing else
          <li key={`${host} ${replicaUuid} ${at}`} className="row wrap">
            {instanceId ? (
              <Link to={instanceAddress(instanceId, 'replication')}>{name}</Link>
            ) : (
              <ServerText>{host}</ServerText>
            )}
            <span className="soft">
              {t('instance.replication.account')} <bdi>{user}</bdi>
            </span>
            <span className="soft">
              {t('instance.replication.since')} {formatSeconds(seconds)}
            </span>
            {replicaUuid === '' ? null : <span className="faint mono">{replicaUuid}</span>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
