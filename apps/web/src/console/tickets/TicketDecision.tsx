import type { TicketView } from '@myriad/contract';
import { replanTicket } from '@myriad/contract';
import { Alert, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../shared/api/use-send.ts';
import { AbleButton } from '../../shared/page/AbleButton.tsx';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';
import { comparePlans } from '../../shared/plan/plan-difference.ts';
import { usePick } from '../../shared/words/use-words.ts';
import { ApproveDialog } from './ApproveDialog.tsx';
import { RejectDialog, WithdrawDialog } from './RefusalDialogs.tsx';
import { ticketAnswers } from './ticket-answers.ts';

/** The plan one reads, and the decision about exactly that plan. `children` shows the plan. */
export function TicketDecision({ ticket, children }: { ticket: TicketView; children: ReactNode }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<'approve' | 'reject' | 'withdraw'>();
  // The plan as first seen: approving sends its hash, not that of whatever arrived meanwhile.
  const [seen, setSeen] = useState(ticket);
  const replan = useSend(replanTicket, { refreshes: ticketAnswers });
  const hasChanged = ticket.state === 'waiting' && seen.planHash !== ticket.planHash;
  const close = () => setAsked(undefined);
  const { approve, reject, withdraw } = ticket.abilities;
  const isWaiting = ticket.state === 'waiting';
  // Approved and held back by a change freeze: it can still be stopped.
  if (!isWaiting && !reject.allowed && !withdraw.allowed) return children;
  return (
    <>
      {hasChanged ? <ChangedNote seen={seen} now={ticket} onRead={() => setSeen(ticket)} /> : null}
      {children}
      <div className="decision-bar">
        {isWaiting ? (
          <AbleButton
            ability={approve}
            type="primary"
            size="middle"
            onClick={() => setAsked('approve')}
            data-testid="approve"
          >
            {t('ticket.approve')}
          </AbleButton>
        ) : null}
        <AbleButton ability={reject} size="middle" danger onClick={() => setAsked('reject')}>
          {t('ticket.reject')}
        </AbleButton>
        <AbleButton ability={withdraw} size="middle" onClick={() => setAsked('withdraw')}>
          {t('ticket.withdraw')}
        </AbleButton>
        {isWaiting ? (
          <>
            <Button
              size="middle"
              type="text"
              loading={replan.isSending}
              onClick={() => replan.send({ params: { ticketId: ticket.id } })}
            >
              {t('ticket.replan')}
            </Button>
            <span className="soft grow decision-hint">{t('ticket.submitHint')}</span>
          </>
        ) : null}
      </div>
      <ProblemNote error={replan.error} />
      {asked === 'approve' ? (
        <ApproveDialog ticket={seen} hasChanged={hasChanged} onClose={close} onRead={() => setSeen(ticket)} />
      ) : null}
      {asked === 'reject' ? <RejectDialog ticket={ticket} onClose={close} /> : null}
      {asked === 'withdraw' ? <WithdrawDialog ticket={ticket} onClose={close} /> : null}
    </>
  );
}

function ChangedNote({ seen, now, onRead }: { seen: TicketView; now: TicketView; onRead: () => void }) {
  const { t } = useTranslation();
  const pick = usePick();
  const before = seen.subTickets.flatMap(({ plan }) => plan?.steps ?? []);
  const after = now.subTickets.flatMap(({ plan }) => plan?.steps ?? []);
  const difference = comparePlans(before, after);
  const titleOf = (id: string) => {
    const step = [...after, ...before].find((each) => each.id === id);
    return step ? pick(step.title) + (step.target ? ` · ${step.target}` : '') : id;
  };
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={t('ticket.planChanged')}
      description={
        <div className="stack" style={{ gap: 6 }}>
          <span>{t('ticket.planChangedNext')}</span>
          <ul className="faults">
            {(['added', 'removed', 'changed'] as const).flatMap((change) =>
              difference[change].map((id) => (
                <li key={change + id}>
                  <span className="badge warn">{t(`ticket.changes.${change}`)}</span> {titleOf(id)}
                </li>
              )),
            )}
          </ul>
        </div>
      }
      action={<Button onClick={onRead}>{t('ticket.planRead')}</Button>}
    />
  );
}
