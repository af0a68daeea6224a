import type { TicketView } from '@myriad/contract';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatMoment } from '../../shared/format/format-time.ts';
import { HashText } from '../../shared/page/Copyable.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { useLanguage } from '../../shared/words/use-words.ts';
import { PlanPanel } from '../plan/PlanPanel.tsx';
import { TaskLive } from '../tasks/TaskLive.tsx';

/** Before it runs: the plan. From then on: the task, which is that same plan with what became of it. */
export function SubTicket({ subTicket }: { subTicket: TicketView['subTickets'][number] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { plan, taskId } = subTicket;
  if (taskId)
    return (
      <TaskLive
        taskId={taskId}
        beside={
          <span className="row">
            {plan ? (
              <span className="faint row">
                {t('plan.hash')} <HashText hash={plan.hash} />
              </span>
            ) : null}
            <Link to={`/tasks/${taskId}`}>{t('ticket.openTask')}</Link>
          </span>
        }
      />
    );
  if (subTicket.heldUntil !== undefined)
    return (
      <>
        <Alert
          type="warning"
          showIcon
          title={t('ticket.freeze.held', { until: formatMoment(subTicket.heldUntil, language) })}
        />
        {plan ? <PlanPanel plan={plan} /> : null}
      </>
    );
  if (plan) return <PlanPanel plan={plan} />;
  const quiet = subTicket.state === 'waiting' ? 'ticket.noTask' : 'ticket.noTaskClosed';
  return <Message title={t(quiet)} next={t(`${quiet}Next`)} />;
}
