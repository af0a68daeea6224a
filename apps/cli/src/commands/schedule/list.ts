import { listSchedules } from '@myriad/contract';
import { defineCommand } from '../../command.ts';
import { tableOf, timeOf } from '../../table.ts';
import { columns } from '../columns.ts';
import { pageFlags, pageQuery, restOf } from '../pages.ts';
import { scheduleColumns, stateOfSchedule, whyNot } from './show-schedule.ts';

export const command = defineCommand({
  summary: { en: 'Schedules with their next and last times', zh: '定时计划列表，含下次与最近一次触发' },
  flags: pageFlags,
  run: async (call) => {
    const page = await call.server().client.call(listSchedules, { query: pageQuery(call) });
    return {
      value: page,
      text: (language) =>
        tableOf(
          [
            { title: columns.name, of: (row) => row.name },
            { title: columns.kind, of: (row) => row.taskKind },
            { title: scheduleColumns.cron, of: (row) => row.cron },
            { title: scheduleColumns.timeZone, of: (row) => row.timeZone },
            { title: columns.state, of: (row) => stateOfSchedule(row, language) },
            { title: scheduleColumns.next, of: (row) => timeOf(row.next.find(({ because }) => !because)?.at) },
            { title: scheduleColumns.last, of: (row) => timeOf(row.lastRun?.fireAt) },
            { title: scheduleColumns.noTask, of: (row) => row.lastRun && whyNot(row.lastRun, language) },
            { title: columns.id, of: (row) => row.id },
          ],
          page.items,
          language,
        ) + restOf(page, language),
    };
  },
});
