import type { TaskSummary, TicketSummary, TodayView } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { LongName } from '../../shared/page/LongName.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { StateMark } from '../../shared/state/StateMark.tsx';
import { usePick } from '../../shared/words/use-words.ts';
import { Lines } from './Lines.tsx';

function useTicketLine() {
  const pick = usePick();
  return (ticket: TicketSummary) => ({
    key: ticket.id,
    to: `/tickets/${ticket.number}`,
    children: (
      <>
        <span className="mono">{ticket.number}</span>
        <LongName>{pick(ticket.title)}</LongName>
        <StateMark of="ticket" value={ticket.paused ? 'paused' : ticket.state} />
        <span className="faint home-who">
          {ticket.openedBy.name} · <RelativeTime at={ticket.openedAt} />
        </span>
      </>
    ),
  });
}

function useTaskLine() {
  const { t } = useTranslation();
  const pick = usePick();
  return (task: TaskSummary) => ({
    key: task.id,
    to: `/tasks/${task.id}`,
    children: (
      <>
        <span className="number soft">{t('task.stepsOf', { done: task.stepsDone, total: task.stepsTotal })}</span>
        <LongName>{pick(task.title)}</LongName>
        <StateMark of="task" value={task.state} />
        <span className="faint home-who">
          {task.error ? pick(task.error.words) : <RelativeTime at={task.startedAt ?? task.createdAt} />}
        </span>
      </>
    ),
  });
}

/** Tickets that wait for my decision, longest waiting first. */
export function Approvals({ of }: { of: TodayView['approvals'] }) {
  const { t } = useTranslation();
  return (
    <Lines
      title={t('frame.home.approvals')}
      to="/tickets?state=waiting"
      of={of}
      none={t('today.approvalsNone')}
      line={useTicketLine()}
    />
  );
}

export function MyTickets({ of }: { of: TodayView['tickets'] }) {
  const { t } = useTranslation();
  return (
    <Lines
      title={t('frame.home.mine')}
      to="/tickets?mine=1"
      of={of}
      none={t('today.ticketsNone')}
      line={useTicketLine()}
    />
  );
}

export function Stopped({ of }: { of: TodayView['stopped'] }) {
  const { t } = useTranslation();
  return (
    <Lines
      title={t('today.stopped')}
      to="/tasks?state=paused"
      of={of}
      none={t('today.stoppedNone')}
      line={useTaskLine()}
    />
  );
}

export function Running({ of }: { of: TodayView['running'] }) {
  const { t } = useTranslation();
  return (
    <Lines
      title={t('frame.home.running')}
      to="/tasks?state=running"
      of={of}
      none={t('frame.home.runningNone')}
      line={useTaskLine()}
    />
  );
}
