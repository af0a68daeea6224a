import { type Discovery, type FoundCluster, listApplications, submitTicket } from '@myriad/contract';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { useSend } from '../../shared/api/use-send.ts';
import { Panel } from '../../shared/page/Panel.tsx';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';
import { type Choice, FoundClusterPanel } from './FoundClusterPanel.tsx';

const firstChoice = ({ suggestedName, abilities }: FoundCluster): Choice => ({
  isChosen: abilities.adopt.allowed,
  name: suggestedName,
  environment: 'production',
});

/** What was found, cluster by cluster; those chosen go into one ticket. */
export function ChooseClusters({ discovery: { id: discoveryId, clusters } }: { discovery: Discovery }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [changed, setChanged] = useState<Readonly<Record<string, Choice>>>({});
  const [reason, setReason] = useState('');
  const applications = useAnswer(listApplications, { query: { limit: 500 } });
  const { send, isSending, error } = useSend(submitTicket, {
    onDone: ({ number }) => void navigate(`/tickets/${number}`),
  });
  const choiceOf = (cluster: FoundCluster) => changed[cluster.key] ?? firstChoice(cluster);
  const chosen = clusters.filter((cluster) => cluster.abilities.adopt.allowed && choiceOf(cluster).isChosen);
  const submit = () =>
    send({
      body: {
        kind: 'fleet.adopt',
        ...(reason.trim() === '' ? {} : { reason }),
        form: {
          discoveryId,
          clusters: chosen.map((cluster) => {
            const { name, environment, applicationId } = choiceOf(cluster);
            return { key: cluster.key, name, environment, ...(applicationId ? { applicationId } : {}) };
          }),
        },
      },
    });
  return (
    <>
      {clusters.map((cluster) => (
        <FoundClusterPanel
          key={cluster.key}
          cluster={cluster}
          choice={choiceOf(cluster)}
          applications={applications.data?.items ?? []}
          onChange={(choice) => setChanged({ ...changed, [cluster.key]: choice })}
        />
      ))}
      <Panel title={t('adoption.takeOver')}>
        <div className="stack">
          <p className="soft">{t('adoption.takeOverLead')}</p>
          <Input.TextArea
            rows={2}
            maxLength={2000}
            aria-label={t('ticket.reasonHint')}
            placeholder={t('ticket.reasonHint')}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <ProblemNote error={error} />
          <div className="row wrap">
            <Button
              type="primary"
              disabled={chosen.length === 0}
              loading={isSending}
              onClick={submit}
              data-testid="adopt"
            >
              {t('adoption.submit')}
            </Button>
            <span className="soft">{t('adoption.chosen', { count: chosen.length, of: clusters.length })}</span>
          </div>
        </div>
      </Panel>
    </>
  );
}
