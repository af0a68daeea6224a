import { type ClusterLevels, type ClusterView, submitTicket } from '@myriad/contract';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSend } from '../../shared/api/use-send.ts';
import { CopyButton } from '../../shared/page/CopyButton.tsx';
import { Dialog } from '../../shared/page/Dialog.tsx';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';
import { TypeToConfirm } from '../../shared/page/TypeToConfirm.tsx';

type Level = ClusterLevels['levels'][number];

interface LeaveProps {
  readonly cluster: ClusterView;
  /** The levels it has, lowest first. */
  readonly entered: readonly Level[];
  readonly onClose: () => void;
}

/** Down to a level below, and what the DBA may drop on the servers afterwards. */
export function LowerDialog({ cluster, entered, onClose }: LeaveProps) {
  const { t } = useTranslation();
  const below = entered.slice(0, -1);
  const [level, setLevel] = useState(below.at(-1)?.level ?? 'observe');
  const forgotten = entered.slice(entered.findIndex((each) => each.level === level) + 1);
  return (
    <Leave
      title={`${t('adoption.lower')} · ${cluster.name}`}
      lead={t('adoption.lowerLead')}
      forgotten={forgotten}
      ticket={{ kind: 'fleet.lower-level', form: { clusterId: cluster.id, level } }}
      onClose={onClose}
    >
      <Radio.Group
        value={level}
        onChange={({ target }) => setLevel(target.value)}
        options={below.map((each) => ({ value: each.level, label: t(`adoption.levels.${each.level}`) }))}
      />
    </Leave>
  );
}

/** The cluster is left to itself; its name is typed, for it leaves every list. */
export function ReleaseDialog({ cluster, entered, onClose }: LeaveProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  return (
    <Leave
      title={`${t('adoption.release')} · ${cluster.name}`}
      lead={t('adoption.releaseLead')}
      forgotten={entered}
      ticket={typed === cluster.name ? { kind: 'fleet.release', form: { clusterId: cluster.id } } : undefined}
      onClose={onClose}
    >
      <TypeToConfirm name={cluster.name} value={typed} onChange={setTyped} />
    </Leave>
  );
}

interface LeaveBodyProps {
  readonly title: string;
  readonly lead: string;
  readonly forgotten: readonly Level[];
  /** undefined: not yet. */
  readonly ticket: { readonly kind: string; readonly form: Record<string, unknown> } | undefined;
  readonly children: React.ReactNode;
  readonly onClose: () => void;
}

function Leave({ title, lead, forgotten, ticket, children, onClose }: LeaveBodyProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { send, isSending, error } = useSend(submitTicket, {
    onDone: ({ number }) => void navigate(`/tickets/${number}`),
  });
  const drops = forgotten.flatMap(({ drop }) => drop ?? []);
  return (
    <Dialog open width={680} title={title} footer={null} onCancel={onClose} mask={{ closable: false }}>
      <div className="stack">
        <p>{lead}</p>
        {children}
        {drops.length > 0 ? (
          <>
            <span className="soft">{t('adoption.dropLead')}</span>
            <ol className="statements" data-testid="drops">
              {drops.map((sql) => (
                <li key={sql}>
                  <code className="mono">{sql}</code>
                </li>
              ))}
            </ol>
            <div>
              <CopyButton text={drops.join('\n')}>{t('adoption.copyStatements')}</CopyButton>
            </div>
          </>
        ) : null}
        <ProblemNote error={error} />
        <div>
          <Button
            type="primary"
            loading={isSending}
            disabled={ticket === undefined}
            onClick={() => ticket && send({ body: ticket })}
            data-testid="submit-leave"
          >
            {t('adoption.submit')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
