import { type Glance, getInstanceGlance, type InstanceGlance } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { formatDuration } from '../../shared/format/format-time.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { StateShape } from '../../shared/state/StateShape.tsx';
import { usePick } from '../../shared/words/use-words.ts';
import { Fact } from './ChannelFacts.tsx';
import { LookAtInstance } from './LookNow.tsx';
import type { PartProps } from './parts.ts';
import { ServerText } from './ServerText.tsx';
import { formatSeconds } from './seconds.ts';

/** A clock further off than this is told; nearer than it nobody can be sure. */
const clockToleranceMs = 1000;

/** What the sweep saw at its last look; the server itself is asked nothing. */
export function GlancePanel({ instance }: PartProps) {
  const { t } = useTranslation();
  const query = useAnswer(getInstanceGlance, { params: { instanceId: instance.id } }, { everyMs: 5_000 });
  const lookedAt = query.data?.answeredAt;
  return (
    <Panel
      title={t('instance.glance.title')}
      acts={
        <span className="row wrap">
          {lookedAt === undefined ? null : (
            <span className="faint">
              {t('instance.seenAt')} <RelativeTime at={lookedAt} />
            </span>
          )}
          <LookAtInstance instanceId={instance.id} />
        </span>
      }
    >
      <Loaded query={query}>
        {(seen) => (
          <>
            <Fault seen={seen} />
            {seen.glance ? <GlanceFacts glance={seen.glance} /> : null}
            {seen.state === 'not-swept' ? <span className="faint">{t('instance.glance.notSwept')}</span> : null}
            {seen.state === 'waiting' && !seen.fault ? <span className="faint">{t('cluster.unseen')}</span> : null}
          </>
        )}
      </Loaded>
    </Panel>
  );
}

function Fault({ seen: { fault, nextAt } }: { seen: InstanceGlance }) {
  const { t } = useTranslation();
  const pick = usePick();
  if (!fault) return null;
  return (
    <p className="tone-bad" role="alert">
      <StateShape shape="cross" tone="bad" size={11} /> <b>{t('instance.glance.fault')}</b>{' '}
      <bdi>{pick(fault.words)}</bdi>{' '}
      <span className="faint">
        <RelativeTime at={fault.since} />
        {nextAt === undefined ? null : (
          <>
            {' · '}
            {t('instance.glance.next')} <RelativeTime at={nextAt} />
          </>
        )}
      </span>
    </p>
  );
}

function GlanceFacts({ glance }: { glance: Glance }) {
  const { t } = useTranslation();
  const { readOnly, superReadOnly, semiSync, channels, clockOffsetMilliseconds: offset } = glance;
  const guard = superReadOnly ? 'superReadOnly' : readOnly ? 'readOnly' : 'writable';
  const role = semiSync.sourceActive ? 'source' : semiSync.replicaActive ? 'replica' : 'off';
  return (
    <dl className="facts-grid">
      <Fact name={t('instance.glance.version')}>
        <ServerText>{glance.versionText}</ServerText>
      </Fact>
      <Fact name={t('instance.glance.uptime')}>
        {glance.uptimeSeconds === null ? '—' : formatDuration(glance.uptimeSeconds * 1000)}
      </Fact>
      <Fact name={t('instance.glance.accepts')}>
        <span className={`badge ${guard === 'writable' ? 'accent' : ''}`}>{t(`cluster.${guard}`)}</span>
      </Fact>
      <Fact name={t('instance.glance.gtid')}>{t(`instance.glance.gtids.${glance.gtid}`)}</Fact>
      <Fact name={t('instance.glance.semiSync')}>
        {t(`cluster.semiSync.${role}`)}
        {role === 'source' ? ` · ${t('cluster.semiSyncClients', { count: semiSync.clients })}` : null}
      </Fact>
      {channels.map(({ name, source, lagSeconds }) => (
        <Fact
          key={name}
          name={name === '' ? t('instance.replication.lag') : `${t('instance.replication.lag')} · ${name}`}
        >
          {lagSeconds === null ? (
            <span className="tone-warn">{t('instance.replication.lagUnknown')}</span>
          ) : (
            formatSeconds(lagSeconds)
          )}{' '}
          <span className="faint">
            ←{' '}
            <bdi>
              {source.host}:{source.port}
            </bdi>
          </span>
        </Fact>
      ))}
      <Fact name={t('instance.glance.clock')}>
        {offset === null ? (
          '—'
        ) : Math.abs(offset) < clockToleranceMs ? (
          t('instance.glance.clockSame')
        ) : (
          <span className="tone-warn">
            {offset > 0 ? '+' : '−'}
            {formatDuration(Math.abs(offset))}
          </span>
        )}
      </Fact>
      <Fact name={t('instance.glance.events')}>{glance.eventScheduler}</Fact>
      <Fact name={t('cluster.uuid')}>
        <ServerText>{glance.serverUuid}</ServerText>
      </Fact>
    </dl>
  );
}
