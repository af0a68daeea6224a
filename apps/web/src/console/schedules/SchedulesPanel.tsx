import {
  leftOutWords,
  listSchedules,
  pauseSchedule,
  removeSchedule,
  resumeSchedule,
  type ScheduleView,
} from '@myriad/contract';
import { Popconfirm, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { longPage, usePages } from '../../shared/api/use-pages.ts';
import { useSend } from '../../shared/api/use-send.ts';
import { formatExact, formatMoment } from '../../shared/format/format-time.ts';
import { AbleButton } from '../../shared/page/AbleButton.tsx';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { LongName } from '../../shared/page/LongName.tsx';
import { LongTable } from '../../shared/page/LongTable.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { MoreButton } from '../../shared/page/MoreButton.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { useLanguage, usePick } from '../../shared/words/use-words.ts';

import { ScheduleDialog } from './ScheduleDialog.tsx';
import { useKindName } from './use-kind-name.ts';

const shownFires = 3;

export function SchedulesPanel() {
  const { t } = useTranslation();
  const nameOf = useKindName();
  const [open, setOpen] = useState<ScheduleView | 'new'>();
  const schedules = usePages(listSchedules, { query: { limit: longPage } }, { everyMs: 15_000 });
  const refreshes = [listSchedules];
  const pause = useSend(pauseSchedule, { refreshes });
  const resume = useSend(resumeSchedule, { refreshes });
  const remove = useSend(removeSchedule, { refreshes });
  const columns: TableColumnsType<ScheduleView> = [
    {
      title: t('schedule.name'),
      key: 'name',
      ellipsis: true,
      render: (_, { name, paused }) => (
        <span className="row wrap">
          <LongName>{name}</LongName>
          {paused ? <span className="badge warn">{t('schedule.paused')}</span> : null}
        </span>
      ),
    },
    {
      title: t('schedule.when'),
      key: 'when',
      width: 150,
      render: (_, { cron, timeZone, window }) => (
        <>
          <code>{cron}</code>
          <div className="faint">{timeZone}</div>
          {window ? <div className="faint">{t('schedule.window', { from: window.from, until: window.to })}</div> : null}
        </>
      ),
    },
    {
      title: t('schedule.task'),
      key: 'task',
      width: 110,
      render: (_, { taskKind }) => (
        <span title={taskKind}>
          <LongName>{nameOf(taskKind)}</LongName>
        </span>
      ),
    },
    { title: t('schedule.next'), key: 'next', width: 290, render: (_, schedule) => <Fires {...schedule} /> },
    { title: t('schedule.last'), key: 'last', width: 130, render: (_, { lastRun }) => <LastRun run={lastRun} /> },
    {
      title: t('schedule.approvedBy'),
      key: 'by',
      width: 120,
      ellipsis: true,
      render: (_, { approvedBy }) => approvedBy.name,
    },
    {
      title: '',
      key: 'acts',
      fixed: 'right',
      width: 210,
      align: 'right',
      render: (_, schedule) => {
        const { id, name, paused, abilities } = schedule;
        const params = { params: { scheduleId: id } };
        const drop = (
          <AbleButton danger ability={abilities.remove}>
            {t('schedule.remove')}
          </AbleButton>
        );
        return (
          <span className="row" style={{ justifyContent: 'flex-end' }}>
            <AbleButton ability={abilities.change} onClick={() => setOpen(schedule)}>
              {t('schedule.change')}
            </AbleButton>
            <AbleButton
              ability={paused ? abilities.resume : abilities.pause}
              onClick={() => (paused ? resume : pause).send(params)}
            >
              {t(paused ? 'schedule.resume' : 'schedule.pause')}
            </AbleButton>
            {abilities.remove.allowed ? (
              <Popconfirm title={t('schedule.removeSure', { name })} onConfirm={() => remove.send(params)}>
                {drop}
              </Popconfirm>
            ) : (
              drop
            )}
          </span>
        );
      },
    },
  ];
  const may = schedules.head?.abilities.add;
  const add = may ? (
    <AbleButton ability={may} onClick={() => setOpen('new')}>
      {t('schedule.add')}
    </AbleButton>
  ) : null;
  return (
    <Panel title={t('schedule.title')} flush acts={add}>
      <ProblemNote error={pause.error ?? resume.error ?? remove.error} />
      <Loaded query={schedules.query}>
        {(items) =>
          items.length === 0 ? (
            <Message title={t('schedule.empty')} next={t('schedule.emptyNext')} act={add} />
          ) : (
            <LongTable rowKey="id" columns={columns} rows={items} minWidth={1180} />
          )
        }
      </Loaded>
      <MoreButton more={schedules.more} busy={schedules.isFetchingMore} />
      {open ? <ScheduleDialog schedule={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} /> : null}
    </Panel>
  );
}

/** In the schedule's own zone, which stands beside its cron text. */
function Fires({ next: fires, timeZone }: Pick<ScheduleView, 'next' | 'timeZone'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const pick = usePick();
  if (fires.length === 0) return <span className="faint">{t('schedule.nextNone')}</span>;
  return fires.slice(0, shownFires).map(({ at, because }) => (
    <div key={at}>
      <span title={formatExact(at, language)}>
        {because ? (
          <s className="faint">{formatMoment(at, language, timeZone)}</s>
        ) : (
          formatMoment(at, language, timeZone)
        )}
      </span>
      {because ? <span className="tone-warn"> {pick(leftOutWords[because])}</span> : null}
    </div>
  ));
}

function LastRun({ run }: { run: ScheduleView['lastRun'] }) {
  const { t } = useTranslation();
  const pick = usePick();
  if (!run) return <span className="faint">{t('schedule.lastNone')}</span>;
  return (
    <>
      {run.taskId ? <Link to={`/tasks/${run.taskId}`}>{t('task.one')}</Link> : null} <RelativeTime at={run.fireAt} />
      {run.words ? <div className="tone-warn">{pick(run.words)}</div> : null}
    </>
  );
}
