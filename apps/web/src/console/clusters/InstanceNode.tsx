import type { LiveInstance } from '@myriad/contract';
import { Handle, type NodeProps, Position } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDuration } from '../../shared/format/format-time.ts';
import { LongName } from '../../shared/page/LongName.tsx';
import { StateShape } from '../../shared/state/StateShape.tsx';
import { usePick } from '../../shared/words/use-words.ts';
import type { GraphNode } from './cluster-graph.ts';
import { InstanceActions } from './InstanceActions.tsx';
import { MaintenanceBadge } from './MaintenanceBadge.tsx';

/** What a server was seen to be, where that says more than the record. */
const seenRole = (role: GraphNode['role']) => (role === 'relay' || role === 'group-member' ? role : undefined);

/** One instance as it is right now. The one that accepts writes cannot be mistaken for another. */
export function InstanceNode({ data }: NodeProps) {
  const { node } = data as { node: GraphNode };
  const { t } = useTranslation();
  const { instance, live, isWriter, outside, found } = node;
  const role = seenRole(node.role) ?? instance?.role ?? (found && isRecordable(node.role) ? node.role : 'primary');
  const unreachable = live?.reachable === false;
  return (
    <div
      className="instance"
      data-writer={isWriter}
      data-unreachable={unreachable}
      data-outside={outside !== undefined || (found !== undefined && found.state !== 'answered')}
    >
      <Handle type="target" position={Position.Top} />
      <div className="instance-head">
        <span className="instance-role">
          {found ? <FoundRole node={node} /> : outside ? t('cluster.outside') : t(`cluster.roles.${role}`)}
        </span>
        {isWriter ? (
          <span className="instance-writer" data-testid="writer">
            <svg aria-hidden="true" width="11" height="11" viewBox="0 0 12 12">
              <path d="M1 11l.6-3L8.4 1.2a1.2 1.2 0 0 1 1.7 0l.7.7a1.2 1.2 0 0 1 0 1.7L4 10.4z" fill="currentColor" />
            </svg>
            {t('cluster.writer')}
          </span>
        ) : null}
      </div>
      <div className="instance-body">
        {instance ? (
          <span className="row nopan" style={{ justifyContent: 'space-between', margin: '-2px -6px -2px 0' }}>
            <Link to={`/instances/${instance.id}`} className="long-name mono" title={instance.name}>
              {instance.name}
            </Link>
            <InstanceActions instance={instance} small />
          </span>
        ) : (
          <LongName mono>{outside ?? found?.name ?? ''}</LongName>
        )}
        {live && !unreachable ? <LiveFacts live={live} isAlone={role === 'standalone'} /> : null}
        {unreachable ? <Unreachable live={live} /> : null}
        {instance && !live ? <span className="faint">{t('cluster.unseen')}</span> : null}
        <MaintenanceBadge maintenance={instance?.maintenance} />
      </div>
      <Handle type="source" position={Position.Bottom} />
    </div>
  );
}

const isRecordable = (role: GraphNode['role']): role is 'primary' | 'replica' =>
  role === 'primary' || role === 'replica';

/** Of a server that is only found: what it is, or why nobody knows. */
function FoundRole({ node: { role = 'unknown', found } }: { node: GraphNode }) {
  const { t } = useTranslation();
  if (found && found.state !== 'answered') return t(`adoption.nodeStates.${found.state}`);
  if (role === 'unknown') return t('adoption.roleUnknown');
  return t(`cluster.roles.${role === 'single' ? 'standalone' : role}`);
}

function Unreachable({ live }: { live: LiveInstance | undefined }) {
  const { t } = useTranslation();
  const pick = usePick();
  const reason = live?.because ? pick(live.because) : '';
  return (
    <span className="tone-bad instance-reason" title={reason}>
      <StateShape shape="cross" tone="bad" size={11} /> <b>{t('cluster.unreachable')}</b> {reason}
    </span>
  );
}

function LiveFacts({ live, isAlone }: { live: LiveInstance; isAlone: boolean }) {
  const { t } = useTranslation();
  const guard = live.superReadOnly ? 'superReadOnly' : live.readOnly ? 'readOnly' : 'writable';
  return (
    <>
      <span className="row wrap" style={{ gap: 4 }}>
        <span className={`badge ${guard === 'writable' ? 'accent' : ''}`}>{t(`cluster.${guard}`)}</span>
        {live.semiSync && !(isAlone && live.semiSync === 'off') ? (
          <span className={`badge ${live.semiSync === 'off' ? 'warn' : 'good'}`}>
            {t(`cluster.semiSync.${live.semiSync}`)}
          </span>
        ) : null}
        {live.semiSync === 'source' && live.semiSyncClients !== undefined ? (
          <span className={live.semiSyncClients === 0 ? 'badge bad' : 'badge'}>
            {t('cluster.semiSyncClients', { count: live.semiSyncClients })}
          </span>
        ) : null}
      </span>
      {live.source ? (
        <span className="row" style={{ gap: 12 }}>
          <ThreadState name={t('cluster.receiver')} state={live.receiver ?? 'stopped'} />
          <ThreadState name={t('cluster.applier')} state={live.applier ?? 'stopped'} />
        </span>
      ) : null}
      {live.error ? (
        <span className="tone-bad instance-reason" title={live.error}>
          {live.error}
        </span>
      ) : null}
      <span className="faint">
        {[
          live.version,
          live.uptimeSeconds === undefined
            ? undefined
            : t('cluster.uptime', { time: formatDuration(live.uptimeSeconds * 1000) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </>
  );
}

function ThreadState({ name, state }: { name: string; state: 'running' | 'connecting' | 'stopped' }) {
  const { t } = useTranslation();
  const shape = state === 'running' ? 'dot' : state === 'connecting' ? 'clock' : 'cross';
  const tone = state === 'running' ? 'good' : state === 'connecting' ? 'warn' : 'bad';
  return (
    <span className="state" style={{ gap: 4 }}>
      <StateShape shape={shape} tone={tone} size={10} />
      {name} {t(`cluster.thread.${state}`)}
    </span>
  );
}
