import { approveTicket, ProblemAnswer, type TicketView } from '@myriad/contract';
import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient } from '../../shared/api/client.ts';
import { useSend } from '../../shared/api/use-send.ts';
import { HashText } from '../../shared/page/Copyable.tsx';
import { Dialog } from '../../shared/page/Dialog.tsx';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';
import { ReasonField } from '../../shared/page/ReasonField.tsx';
import { TypeToConfirm } from '../../shared/page/TypeToConfirm.tsx';
import { countIrreversible } from '../plan/shown-step.ts';
import { FreezeChoiceFields, type FreezeChoiceValue } from './FreezeChoiceFields.tsx';
import { ticketAnswers } from './ticket-answers.ts';

interface ApproveDialogProps {
  /** As it was read, with the hash that is sent. */
  readonly ticket: TicketView;
  readonly hasChanged: boolean;
  readonly onClose: () => void;
  readonly onRead: () => void;
}

/** Approves exactly the plan that was read. When it is no longer that one, the new plan is fetched and shown instead. */
export function ApproveDialog({ ticket, hasChanged, onClose, onRead }: ApproveDialogProps) {
  const { t } = useTranslation();
  const [comment, setComment] = useState('');
  const [typed, setTyped] = useState('');
  const [freezeChoice, setFreezeChoice] = useState<FreezeChoiceValue>({ choice: 'wait' });
  const steps = ticket.subTickets.flatMap(({ plan }) => plan?.steps ?? []);
  const irreversible = countIrreversible(steps);
  const { send, isSending, error } = useSend(approveTicket, {
    refreshes: ticketAnswers,
    onDone: onClose,
    onRefused: (refusal) => {
      if (refusal instanceof ProblemAnswer && refusal.problem.code === 'PLAN_CHANGED') {
        for (const { id } of ticketAnswers) void queryClient.invalidateQueries({ queryKey: [id] });
        onClose();
      }
    },
  });
  const approve = () =>
    send({
      params: { ticketId: ticket.id },
      body: {
        planHash: ticket.planHash ?? '',
        ...(comment ? { comment } : {}),
        ...(ticket.freeze ? { freeze: freezeChoice } : {}),
      },
    });
  const isReasoned = !ticket.freeze || freezeChoice.choice === 'wait' || freezeChoice.reason.trim() !== '';
  const mayGo =
    isReasoned && !hasChanged && ticket.planHash !== undefined && (irreversible === 0 || typed === ticket.number);
  return (
    <Dialog
      open
      title={t('ticket.approveTitle', { number: ticket.number })}
      okText={t('ticket.approve')}
      cancelText={t('frame.act.cancel')}
      okButtonProps={{ disabled: !mayGo, loading: isSending, size: 'middle' }}
      cancelButtonProps={{ size: 'middle' }}
      onOk={approve}
      onCancel={onClose}
    >
      <div className="stack">
        <p>{t('ticket.approveLead')}</p>
        <div className="row wrap">
          <span className="soft">{t('plan.steps', { count: steps.length })}</span>
          {ticket.planHash ? <HashText hash={ticket.planHash} /> : null}
        </div>
        {hasChanged ? (
          <Alert
            type="warning"
            showIcon
            title={t('ticket.planChanged')}
            description={t('ticket.planChangedNext')}
            closable={{ onClose: onRead }}
          />
        ) : null}
        {ticket.freeze ? (
          <FreezeChoiceFields
            freeze={ticket.freeze}
            override={ticket.abilities.overrideFreeze}
            value={freezeChoice}
            onChange={setFreezeChoice}
          />
        ) : null}
        <ReasonField label={t('ticket.commentOptional')} maxLength={2000} value={comment} onChange={setComment} />
        {irreversible > 0 ? (
          <>
            <Alert type="warning" showIcon title={t('ticket.typeIrreversible', { count: irreversible })} />
            <TypeToConfirm name={ticket.number} value={typed} onChange={setTyped} />
          </>
        ) : null}
        <ProblemNote error={error} />
      </div>
    </Dialog>
  );
}
