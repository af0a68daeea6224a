import type { ReplicationChannelView } from '@myriad/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatBytes } from '../../shared/format/format-size.ts';
import { StateShape } from '../../shared/state/StateShape.tsx';
import { instanceAddress } from './parts.ts';
import { ServerText } from './ServerText.tsx';
import { formatSeconds } from './seconds.ts';

/** One channel: from where, which thread does what, how far it is, and what went wrong. */
export function ChannelFacts({ channel }: { channel: ReplicationChannelView }) {
  const { t } = useTranslation();
  const { name, source, sourceInstanceId, read, applied } = channel;
  const from = `${source.host}:${source.port}`;
  const position = (at: typeof read) => (at.file === '' ? '' : `${at.file} : ${at.position ?? '?'}`);
  return (
    <section className="channel" data-channel={name}>
      <h3>
        {name === '' ? t('instance.replication.defaultChannel') : <bdi>{name}</bdi>}{' '}
        <span className="soft">
          ←{' '}
          {sourceInstanceId ? (
            <Link to={instanceAddress(sourceInstanceId, 'replication')}>
              <bdi>{from}</bdi>
            </Link>
          ) : (
            <bdi>{from}</bdi>
          )}
        </span>
      </h3>
      <dl className="facts-grid">
        <Fact name={t('instance.replication.receiver')}>
          <Thread state={channel.receiver} /> <span className="faint">{channel.receiverState}</span>
        </Fact>
        <Fact name={t('instance.replication.applier')}>
          <Thread state={channel.applier} /> <span className="faint">{channel.applierState}</span>
        </Fact>
        <Fact name={t('instance.replication.lag')}>
          {channel.lagSeconds === null ? (
            <span className="tone-warn">{t('instance.replication.lagUnknown')}</span>
          ) : (
            <span className={channel.lagSeconds > 10 ? 'tone-warn' : ''}>{formatSeconds(channel.lagSeconds)}</span>
          )}
        </Fact>
        <Fact name={t('instance.replication.waiting')}>
          {channel.waiting === null ? '—' : t('instance.replication.transactions', { count: channel.waiting })}
        </Fact>
        <Fact name={t('instance.replication.read')}>
          <ServerText>{position(read)}</ServerText>
        </Fact>
        <Fact name={t('instance.replication.applied')}>
          <ServerText>{position(applied)}</ServerText>
        </Fact>
        <Fact name={t('instance.replication.relay')}>
          {channel.relayBytes === null ? '—' : formatBytes(channel.relayBytes)}
        </Fact>
        <Fact name={t('instance.replication.gtid')}>
          {channel.usesGtid ? t('instance.glance.yes') : t('instance.glance.no')}
        </Fact>
        <Fact name={t('instance.replication.tls')}>{t(`instance.replication.tlsWords.${channel.tls}`)}</Fact>
        {channel.delaySeconds > 0 ? (
          <Fact name={t('instance.replication.delay')}>
            {formatSeconds(channel.delaySeconds)}
            {channel.remainingDelaySeconds === null
              ? null
              : ` · ${t('instance.replication.left', { time: formatSeconds(channel.remainingDelaySeconds) })}`}
          </Fact>
        ) : null}
        {channel.filters.length > 0 ? (
          <Fact name={t('instance.replication.filters')}>
            {channel.filters.map(({ rule, value }) => (
              <div key={rule + value} className="tone-warn">
                <code>{rule}</code> <bdi>{value}</bdi>
              </div>
            ))}
          </Fact>
        ) : null}
        {channel.received === '' ? null : (
          <Fact name={t('instance.replication.received')}>
            <ServerText wraps>{channel.received}</ServerText>
          </Fact>
        )}
      </dl>
      <Failed name={t('instance.replication.receiver')} errno={channel.receiverErrno} error={channel.receiverError} />
      <Failed name={t('instance.replication.applier')} errno={channel.applierErrno} error={channel.applierError} />
    </section>
  );
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Failed({ name, errno, error }: { name: string; errno: number; error: string }) {
  const { t } = useTranslation();
  if (errno === 0 && error === '') return null;
  return (
    <p className="tone-bad channel-error" role="alert">
      <b>
        {name} · {t('instance.replication.errno', { errno })}
      </b>{' '}
      <bdi>{error}</bdi>
    </p>
  );
}

function Thread({ state }: { state: 'running' | 'connecting' | 'stopped' }) {
  const { t } = useTranslation();
  const shape = state === 'running' ? 'dot' : state === 'connecting' ? 'clock' : 'cross';
  const tone = state === 'running' ? 'good' : state === 'connecting' ? 'warn' : 'bad';
  return (
    <span className="state">
      <StateShape shape={shape} tone={tone} size={11} />{' '}
      <span className={`tone-${tone}`}>{t(`cluster.thread.${state}`)}</span>
    </span>
  );
}
