import { type Answer, getApplication, listApplications, removeApplication } from '@myriad/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { useSend } from '../../shared/api/use-send.ts';
import { AbleButton } from '../../shared/page/AbleButton.tsx';
import { Dialog } from '../../shared/page/Dialog.tsx';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { PageHead } from '../../shared/page/PageHead.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';
import { TypeToConfirm } from '../../shared/page/TypeToConfirm.tsx';
import { StateMark } from '../../shared/state/StateMark.tsx';
import { ExtrasEditor } from '../fleet/ExtrasEditor.tsx';
import { fleetAddress } from '../fleet/fleet-question.ts';
import { Mark } from '../fleet/Mark.tsx';
import { ChangesPanel } from '../history/ChangesPanel.tsx';
import { RecordedValue } from '../history/RecordedValue.tsx';
import { ApplicationDialog } from './ApplicationDialog.tsx';
import { LevelBadge } from './LevelBadge.tsx';
import { OwnerName } from './OwnerName.tsx';
import { QuotaPanel } from './QuotaPanel.tsx';

type Application = Answer<typeof getApplication>;

/** One application: whose it is, how much it matters, its clusters, and what it uses of what it may use. */
export function ApplicationPage() {
  const { applicationId = '' } = useParams();
  const query = useAnswer(getApplication, { params: { applicationId } }, { everyMs: 10_000 });
  return (
    <div className="page">
      <Loaded query={query}>{(application) => <Parts application={application} />}</Loaded>
    </div>
  );
}

function Parts({ application }: { application: Application }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'change' | 'remove'>();
  const { id, name, level, businessLine, abilities } = application;
  const close = () => setOpen(undefined);
  return (
    <>
      <PageHead
        title={name}
        beside={
          <span className="row wrap soft" style={{ gap: '0 14px' }}>
            <LevelBadge level={level} />
            <span>
              {t('newCluster.applicationFields.businessLine')} {businessLine}
            </span>
            <span className="row" style={{ gap: 6 }}>
              {t('newCluster.applicationFields.owner')} <OwnerName {...application} />
            </span>
            {(['instance', 'host'] as const).map((to) => (
              <Link key={to} to={fleetAddress(to, { where: `application.id = "${id}"` })}>
                {t(`explore.its.${to}`)}
              </Link>
            ))}
          </span>
        }
        acts={
          <>
            <AbleButton ability={abilities.change} onClick={() => setOpen('change')}>
              {t('application.change')}
            </AbleButton>
            <AbleButton danger ability={abilities.remove} onClick={() => setOpen('remove')}>
              {t('application.remove')}
            </AbleButton>
          </>
        }
      />
      <ClustersPanel application={application} />
      <QuotaPanel applicationId={id} />
      <Panel title={t('application.extras')}>
        <ExtrasEditor dimension="application" id={id} onChanged={() => undefined} />
      </Panel>
      <ChangesPanel entity="application" entityId={id} />
      {open === 'change' ? <ApplicationDialog application={application} onClose={close} /> : null}
      {open === 'remove' ? <RemoveDialog application={application} onClose={close} /> : null}
    </>
  );
}

function ClustersPanel({ application: { clusters } }: { application: Application }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('explore.many.cluster')}>
      {clusters.length === 0 ? (
        <span className="faint">{t('application.noClusters')}</span>
      ) : (
        <ul className="record">
          {clusters.map(({ id, name, environment, state }) => (
            <li key={id} className="row wrap" style={{ gap: '0 14px' }}>
              <Link to={`/clusters/${id}`}>{name}</Link>
              <StateMark of="cluster" value={state} />
              <RecordedValue name="environment" value={environment} />
              <Mark dimension="cluster" id={id} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function RemoveDialog({ application, onClose }: { application: Application; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const { send, isSending, error } = useSend(removeApplication, {
    refreshes: [listApplications],
    onDone: () => void navigate('/applications', { replace: true }),
  });
  return (
    <Dialog
      open
      title={`${t('application.remove')} · ${application.name}`}
      okText={t('application.remove')}
      okButtonProps={{ danger: true, disabled: typed !== application.name, loading: isSending }}
      onOk={() => send({ params: { applicationId: application.id } })}
      onCancel={onClose}
    >
      <div className="stack">
        <p>{t('application.removeLead')}</p>
        <TypeToConfirm name={application.name} value={typed} onChange={setTyped} />
        <ProblemNote error={error} />
      </div>
    </Dialog>
  );
}
