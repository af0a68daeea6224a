import { changeHost, checkHost, getHost, type HostView, removeHost } from '@myriad/contract';
import { App, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { useSend } from '../../shared/api/use-send.ts';
import { AbleButton } from '../../shared/page/AbleButton.tsx';
import { Copyable } from '../../shared/page/Copyable.tsx';
import { Dialog } from '../../shared/page/Dialog.tsx';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { LongName } from '../../shared/page/LongName.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { PageHead } from '../../shared/page/PageHead.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { TypeToConfirm } from '../../shared/page/TypeToConfirm.tsx';
import { StateMark } from '../../shared/state/StateMark.tsx';
import { ExtrasEditor } from '../fleet/ExtrasEditor.tsx';
import { fleetAddress } from '../fleet/fleet-question.ts';
import { HostZone } from '../fleet/HostZone.tsx';
import { Mark } from '../fleet/Mark.tsx';
import { ChangesPanel } from '../history/ChangesPanel.tsx';
import { AccountPanel } from './AccountPanel.tsx';
import { CheckPanel } from './CheckPanel.tsx';
import { FactsPanel } from './FactsPanel.tsx';
import { HostFacts } from './HostFacts.tsx';
import { hostAnswers } from './host-answers.ts';
import { PathsPanel } from './PathsPanel.tsx';

export function HostPage() {
  const { hostId = '' } = useParams();
  const query = useAnswer(getHost, { params: { hostId } }, { everyMs: 10_000 });
  return (
    <div className="page">
      <Loaded query={query}>{(host) => <HostParts host={host} />}</Loaded>
    </div>
  );
}

function HostParts({ host }: { host: HostView }) {
  const { t } = useTranslation();
  const [isRemoving, setRemoving] = useState(false);
  const check = useSend(checkHost, { refreshes: hostAnswers });
  const change = useSend(changeHost, { refreshes: hostAnswers });
  return (
    <>
      <PageHead
        title={host.name}
        beside={
          <span className="row wrap soft" style={{ gap: '0 14px' }}>
            <StateMark of="pool" value={host.poolState} />
            <code>{host.address}</code>
            <span>{host.zone}</span>
            <HostFacts facts={host.facts} />
          </span>
        }
        acts={
          <>
            <AbleButton
              type="primary"
              ability={host.abilities.check}
              loading={check.isSending}
              onClick={() => check.send({ params: { hostId: host.id } })}
            >
              {check.isSending ? t('host.checking') : t('host.check')}
            </AbleButton>
            <AbleButton
              ability={host.abilities.edit}
              loading={change.isSending}
              onClick={() =>
                change.send({
                  params: { hostId: host.id },
                  body: { outOfService: host.poolState !== 'out-of-service' },
                })
              }
            >
              {t(host.poolState === 'out-of-service' ? 'host.backToPool' : 'host.outOfService')}
            </AbleButton>
            <AbleButton danger ability={host.abilities.remove} onClick={() => setRemoving(true)}>
              {t('host.remove')}
            </AbleButton>
          </>
        }
      />
      <ProblemNote error={check.error ?? change.error} />
      <CheckPanel check={host.check} />
      <div className="columns wide">
        <PathsPanel host={host} />
        <InstancesOfHost host={host} />
        <HostKeysPanel host={host} />
      </div>
      <AccountPanel host={host} />
      <FactsPanel facts={host.facts} />
      <Panel title={t('application.extras')}>
        <HostZone hostId={host.id} onChanged={() => undefined} />
        <ExtrasEditor dimension="host" id={host.id} onChanged={() => undefined} />
      </Panel>
      <ChangesPanel entity="host" entityId={host.id} />
      {isRemoving ? <RemoveDialog host={host} onClose={() => setRemoving(false)} /> : null}
    </>
  );
}

function InstancesOfHost({ host }: { host: HostView }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('host.instances')}>
      {host.instances.length === 0 ? (
        <span className="faint">{t('host.instancesNone')}</span>
      ) : (
        <ul className="record">
          {host.instances.map(({ id, name }) => (
            <li key={id} className="row wrap" style={{ gap: '0 12px' }}>
              <Link to={`/instances/${id}`}>
                <LongName mono>{name}</LongName>
              </Link>
              <Mark dimension="instance" id={id} />
            </li>
          ))}
        </ul>
      )}
      <p className="soft" style={{ marginTop: 8 }}>
        {t('host.baseDirectory')} <code>{host.baseDirectory}</code>
      </p>
      <div className="row wrap" style={{ gap: '0 14px' }}>
        {(['cluster', 'application'] as const).map((to) => (
          <Link key={to} to={fleetAddress(to, { where: `host.id = "${host.id}"` })}>
            {t(`explore.its.${to}`)}
          </Link>
        ))}
      </div>
    </Panel>
  );
}

function HostKeysPanel({ host }: { host: HostView }) {
  const { t } = useTranslation();
  if (host.hostKeys.length === 0)
    return (
      <Panel title={t('host.hostKeys')} flush>
        <Message title={t('host.hostKeysNone')} next={t('host.hostKeysNoneNext')} />
      </Panel>
    );
  return (
    <Panel title={t('host.hostKeys')} flush>
      <Table
        rowKey={(key) => key.endpoint + key.fingerprint}
        size="small"
        pagination={false}
        dataSource={[...host.hostKeys]}
        scroll={{ x: 420 }}
        columns={[
          {
            title: t('host.endpoint'),
            key: 'endpoint',
            width: 150,
            render: (_, { endpoint }) => <LongName mono>{endpoint}</LongName>,
          },
          {
            title: t('host.fingerprint'),
            key: 'fingerprint',
            render: (_, { fingerprint }) => <Copyable text={fingerprint} shown={`${fingerprint.slice(0, 26)}…`} />,
          },
          {
            title: t('host.firstSeen'),
            key: 'at',
            width: 100,
            align: 'right',
            render: (_, { firstSeenAt }) => <RelativeTime at={firstSeenAt} />,
          },
        ]}
      />
    </Panel>
  );
}

function RemoveDialog({ host, onClose }: { host: HostView; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [typed, setTyped] = useState('');
  const { send, isSending, error } = useSend(removeHost, {
    refreshes: hostAnswers.slice(1),
    onDone: () => {
      void message.success(t('host.removed', { name: host.name }));
      void navigate('/hosts', { replace: true });
    },
  });
  return (
    <Dialog
      open
      title={`${t('host.remove')} · ${host.name}`}
      okText={t('host.remove')}
      okButtonProps={{ danger: true, disabled: typed !== host.name, loading: isSending }}
      onOk={() => send({ params: { hostId: host.id } })}
      onCancel={onClose}
    >
      <div className="stack">
        <p>{t('host.removeLead')}</p>
        <TypeToConfirm name={host.name} value={typed} onChange={setTyped} />
        <ProblemNote error={error} />
      </div>
    </Dialog>
  );
}
