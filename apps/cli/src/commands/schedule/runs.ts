import { listScheduleRuns } from '@myriad/contract';
import { argument, defineCommand, wholeFlag } from '../../command.ts';
import { tableOf, timeOf } from '../../table.ts';
import { scheduleArgument, scheduleIdOf } from './schedule-argument.ts';
import { scheduleColumns, whyNot } from './show-schedule.ts';

export const command = defineCommand({
  summary: { en: 'What became of its last times, newest first', zh: '历次触发的结果，最新在前' },
  args: [scheduleArgument],
  flags: [{ name: 'limit', value: 'N', words: { en: 'At most so many (50)', zh: '最多显示条数（50）' } }],
  run: async (call) => {
    const { client } = call.server();
    const scheduleId = await scheduleIdOf(client, argument(call, 'SCHEDULE'));
    const limit = wholeFlag(call, 'limit');
    const query = limit === undefined ? {} : { limit };
    const { items } = await client.call(listScheduleRuns, { params: { scheduleId }, query });
    return {
      value: items,
      text: (language) =>
        tableOf(
          [
            { title: scheduleColumns.fireAt, of: (run) => timeOf(run.fireAt) },
            { title: scheduleColumns.task, of: (run) => run.taskId },
            { title: scheduleColumns.noTask, of: (run) => whyNot(run, language) },
          ],
          items,
          language,
        ),
    };
  },
});
