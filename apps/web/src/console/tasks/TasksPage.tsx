import { listTasks, TaskState, type TaskSummary } from '@myriad/contract';
import { Select, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { longPage, usePages } from '../../shared/api/use-pages.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { LongName } from '../../shared/page/LongName.tsx';
import { LongTable } from '../../shared/page/LongTable.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { MoreButton } from '../../shared/page/MoreButton.tsx';
import { PageHead } from '../../shared/page/PageHead.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { Elapsed, RelativeTime } from '../../shared/page/Times.tsx';
import { useFilters } from '../../shared/page/use-filters.ts';
import { StateMark } from '../../shared/state/StateMark.tsx';
import { usePick } from '../../shared/words/use-words.ts';
import { SavedFilters } from '../saved-filters/SavedFilters.tsx';
import { CopyTasks } from './CopyTasks.tsx';
import { WaitsFor } from './WaitsFor.tsx';

export function TasksPage() {
  const { t } = useTranslation();
  const { values, change } = useFilters(['state', 'ticketId']);
  const state = TaskState.safeParse(values.state).data;
  const isFiltered = values.state !== undefined || values.ticketId !== undefined;
  const tasks = usePages(
    listTasks,
    {
      query: {
        limit: longPage,
        ...(state ? { state } : {}),
        ...(values.ticketId ? { ticketId: values.ticketId } : {}),
      },
    },
    { everyMs: 5_000 },
  );
  return (
    <div className="page">
      <PageHead title={t('task.title')} />
      <Panel
        title={t('task.state')}
        flush
        acts={
          <>
            <CopyTasks tasks={tasks.items} />
            <SavedFilters page="tasks" />
          </>
        }
        beside={
          <Select
            value={state ?? ''}
            style={{ width: 180 }}
            aria-label={t('task.state')}
            onChange={(value) => change('state', value)}
            options={[
              { value: '', label: t('ticket.all') },
              ...TaskState.options.map((value) => ({ value, label: <StateMark of="task" value={value} /> })),
            ]}
          />
        }
      >
        <Loaded query={tasks.query}>
          {(items) =>
            items.length === 0 ? (
              <Message
                title={t(isFiltered ? 'task.empty' : 'task.none')}
                next={t(isFiltered ? 'task.emptyNext' : 'task.noneNext')}
                act={
                  isFiltered ? (
                    <Link to="/tasks">{t('task.title')}</Link>
                  ) : (
                    <Link to="/tickets">{t('ticket.title')}</Link>
                  )
                }
              />
            ) : (
              <TaskTable tasks={items} />
            )
          }
        </Loaded>
        <MoreButton more={tasks.more} busy={tasks.isFetchingMore} />
      </Panel>
    </div>
  );
}

export function TaskTable({ tasks }: { tasks: readonly TaskSummary[] }) {
  const { t } = useTranslation();
  const pick = usePick();
  const columns: TableColumnsType<TaskSummary> = [
    {
      title: t('task.state'),
      key: 'state',
      width: 130,
      render: (_, { state }) => <StateMark of="task" value={state} />,
    },
    {
      title: t('task.one'),
      key: 'title',
      ellipsis: true,
      render: (_, task) => (
        <>
          <Link to={`/tasks/${task.id}`}>
            <LongName>{pick(task.title)}</LongName>
          </Link>
          <WaitsFor waitsFor={task.waitsFor} />
          {task.error && task.state !== 'done' ? <div className="tone-bad">{pick(task.error.words)}</div> : null}
        </>
      ),
    },
    {
      title: t('task.progress'),
      key: 'steps',
      width: 90,
      align: 'right',
      render: (_, { stepsDone, stepsTotal }) => t('task.stepsOf', { done: stepsDone, total: stepsTotal }),
    },
    {
      title: t('task.took'),
      key: 'took',
      responsive: ['md'],
      width: 100,
      align: 'right',
      render: (_, { startedAt, endedAt }) => (startedAt ? <Elapsed from={startedAt} to={endedAt} /> : '—'),
    },
    {
      title: t('task.started'),
      key: 'started',
      responsive: ['md'],
      width: 130,
      align: 'right',
      render: (_, { startedAt, createdAt }) => <RelativeTime at={startedAt ?? createdAt} />,
    },
    {
      title: t('task.ticket'),
      key: 'ticket',
      responsive: ['md'],
      width: 90,
      render: (_, { ticketId }) => (ticketId ? <Link to={`/tickets/${ticketId}`}>{t('task.ticket')}</Link> : null),
    },
  ];
  return <LongTable rowKey="id" columns={columns} rows={tasks} minWidth={760} phoneWidth={360} />;
}
