import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { HashText } from '../../shared/page/Copyable.tsx';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { PageHead } from '../../shared/page/PageHead.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { StateMark } from '../../shared/state/StateMark.tsx';
import { usePick } from '../../shared/words/use-words.ts';
import { LockNames } from '../plan/LockNames.tsx';
import { TaskLive, useTask } from './TaskLive.tsx';

export function TaskPage() {
  const { taskId = '' } = useParams();
  const { t } = useTranslation();
  const pick = usePick();
  const query = useTask(taskId);
  return (
    <div className="page">
      <Loaded query={query}>
        {(task) => (
          <>
            <PageHead
              title={pick(task.title)}
              beside={<StateMark of="task" value={task.state} />}
              acts={
                <>
                  {task.ticketId ? <Link to={`/tickets/${task.ticketId}`}>{t('task.ticket')}</Link> : null}
                  {task.parentId ? <Link to={`/tasks/${task.parentId}`}>{t('task.parent')}</Link> : null}
                </>
              }
            />
            <div className="row wrap soft" style={{ gap: '4px 20px' }}>
              <code>{task.kind}</code>
              <span>
                {t('task.started')} <RelativeTime at={task.startedAt ?? task.createdAt} />
              </span>
              <span>
                {t('plan.hash')} <HashText hash={task.planHash} />
              </span>
              {task.locks.length > 0 ? (
                <span>
                  {t('plan.locks')}: <LockNames locks={task.locks} />
                </span>
              ) : null}
            </div>
            <TaskLive taskId={task.id} />
          </>
        )}
      </Loaded>
    </div>
  );
}
