import {
  type ClusterLevels,
  type ClusterView,
  checkLevelAccount,
  type LevelAccount,
  submitTicket,
} from '@myriad/contract';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSend } from '../../shared/api/use-send.ts';
import { Dialog } from '../../shared/page/Dialog.tsx';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';
import { useFieldFaults } from '../../shared/page/use-field-faults.ts';
import { usePick } from '../../shared/words/use-words.ts';
import { GrantStatements } from './GrantStatements.tsx';

interface RaiseProps {
  readonly cluster: ClusterView;
  readonly next: ClusterLevels['levels'][number];
  readonly onClose: () => void;
}

/** The statements to run, the account that came of them, compared on every server; then the ticket. */
export function RaiseDialog({ cluster, next, onClose }: RaiseProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<{ user: string; password: string }>();
  const faults = useFieldFaults(form);
  const check = useSend(checkLevelAccount, { onRefused: faults.place });
  const ticket = useSend(submitTicket, { onDone: ({ number }) => void navigate(`/tickets/${number}`) });
  const { answer } = check;
  const { level } = next;
  const submit = (accountId: string) =>
    ticket.send({ body: { kind: 'fleet.raise-level', form: { clusterId: cluster.id, level, accountId } } });
  return (
    <Dialog
      open
      width={760}
      title={`${t('adoption.raiseTo', { level: t(`adoption.levels.${level}`) })} · ${cluster.name}`}
      footer={null}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className="stack">
        <GrantStatements {...next} />
        <Form
          form={form}
          layout="vertical"
          autoComplete="off"
          initialValues={{ user: `myriad_${level.replace('-', '_')}` }}
          onFinish={(body) => {
            faults.forget();
            check.send({ params: { clusterId: cluster.id }, body: { level, ...body } });
          }}
          onValuesChange={check.reset}
        >
          <div className="row wrap">
            <Form.Item name="user" label={t('adoption.user')} className="grow">
              <Input autoComplete="off" spellCheck={false} />
            </Form.Item>
            <Form.Item name="password" label={t('adoption.password')} className="grow">
              <Input.Password autoComplete="new-password" />
            </Form.Item>
          </div>
          <ProblemNote {...faults.note} />
          <Button htmlType="submit" type={answer?.fits ? 'default' : 'primary'} loading={check.isSending}>
            {t('adoption.check')}
          </Button>
        </Form>
        {answer ? <Compared account={answer} /> : null}
        <ProblemNote error={ticket.error} />
        {answer?.id ? (
          <div>
            <Button
              type="primary"
              loading={ticket.isSending}
              onClick={() => submit(answer.id ?? '')}
              data-testid="submit-raise"
            >
              {t('adoption.submit')}
            </Button>
          </div>
        ) : null}
      </div>
    </Dialog>
  );
}

/** Server by server: what it lacks, what it may too much, or that it is exactly right. */
function Compared({ account: { servers } }: { account: LevelAccount }) {
  const { t } = useTranslation();
  const pick = usePick();
  return (
    <ul className="record" aria-live="polite" data-testid="compared">
      {servers.map(({ name, because, missing, missingOptional, surplus, forbidden }) => {
        const lists = [
          ['missing', 'tone-bad', missing],
          ['forbidden', 'tone-bad', forbidden],
          ['missingOptional', 'soft', missingOptional],
          ['surplus', 'soft', surplus.filter((one) => !forbidden.includes(one))],
        ] as const;
        const said = lists.filter(([, , list]) => list.length > 0);
        return (
          <li key={name}>
            <b className="mono">{name}</b>
            {because ? <div className="tone-bad">{pick(because)}</div> : null}
            {!because && said.length === 0 ? <span className="tone-good"> {t('adoption.exact')}</span> : null}
            {said.map(([what, tone, list]) => (
              <div key={what} className={tone}>
                {t(`adoption.${what}`)} <code className="mono">{list.join(', ')}</code>
              </div>
            ))}
          </li>
        );
      })}
    </ul>
  );
}
