import { pauseSchedule } from '@myriad/contract';
import { argument, defineCommand } from '../../command.ts';
import { scheduleArgument, scheduleIdOf } from './schedule-argument.ts';
import { shownSchedule } from './show-schedule.ts';

export const command = defineCommand({
  summary: {
    en: 'Hold a schedule back; times that pass are not made up for',
    zh: '暂停定时计划；期间错过的时间不会补做',
  },
  args: [scheduleArgument],
  run: async (call) => {
    const { client } = call.server();
    const scheduleId = await scheduleIdOf(client, argument(call, 'SCHEDULE'));
    return shownSchedule(await client.call(pauseSchedule, { params: { scheduleId } }));
  },
});
