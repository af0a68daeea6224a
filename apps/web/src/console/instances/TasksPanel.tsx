import { listTasks } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { usePages } from '../../shared/api/use-pages.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { MoreButton } from '../../shared/page/MoreButton.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { TaskTable } from '../tasks/TasksPage.tsx';
import type { PartProps } from './parts.ts';

export function TasksPanel({ instance }: PartProps) {
  const { t } = useTranslation();
  const tasks = usePages(listTasks, { query: { instanceId: instance.id, limit: 50 } }, { everyMs: 10_000 });
  return (
    <Panel
      title={t('instance.work.tasks')}
      flush
      acts={<span className="faint">{t('instance.work.withCluster')}</span>}
    >
      <Loaded query={tasks.query}>
        {(items) =>
          items.length === 0 ? (
            <Message title={t('instance.work.tasksNone')} next={t('instance.work.tasksNoneNext')} />
          ) : (
            <TaskTable tasks={items} />
          )
        }
      </Loaded>
      <MoreButton more={tasks.more} busy={tasks.isFetchingMore} />
    </Panel>
  );
}
