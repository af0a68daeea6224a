import { rejectTicket, type TicketView, withdrawTicket } from '@myriad/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../shared/api/use-send.ts';
import { Dialog } from '../../shared/page/Dialog.tsx';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';
import { ReasonField } from '../../shared/page/ReasonField.tsx';
import { ticketAnswers } from './ticket-answers.ts';

interface RefusalProps {
  readonly ticket: TicketView;
  readonly onClose: () => void;
}

export function RejectDialog({ ticket, onClose }: RefusalProps) {
  const { t } = useTranslation();
  const [comment, setComment] = useState('');
  const { send, isSending, error } = useSend(rejectTicket, { refreshes: ticketAnswers, onDone: onClose });
  return (
    <Dialog
      open
      title={t('ticket.rejectTitle', { number: ticket.number })}
      okText={t('ticket.reject')}
      okButtonProps={{ danger: true, disabled: comment.trim() === '', loading: isSending }}
      onOk={() => send({ params: { ticketId: ticket.id }, body: { comment } })}
      onCancel={onClose}
    >
      <ReasonField label={t('ticket.commentNeeded')} rows={3} maxLength={2000} value={comment} onChange={setComment} />
      <ProblemNote error={error} />
    </Dialog>
  );
}

export function WithdrawDialog({ ticket, onClose }: RefusalProps) {
  const { t } = useTranslation();
  const { send, isSending, error } = useSend(withdrawTicket, { refreshes: ticketAnswers, onDone: onClose });
  return (
    <Dialog
      open
      title={t('ticket.withdrawTitle', { number: ticket.number })}
      okText={t('ticket.withdraw')}
      okButtonProps={{ loading: isSending }}
      onOk={() => send({ params: { ticketId: ticket.id } })}
      onCancel={onClose}
    >
      <p>{t('ticket.withdrawLead')}</p>
      <ProblemNote error={error} />
    </Dialog>
  );
}
