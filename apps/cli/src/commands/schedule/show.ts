import { getSchedule } from '@myriad/contract';
import { argument, defineCommand } from '../../command.ts';
import { scheduleArgument, scheduleIdOf } from './schedule-argument.ts';
import { shownSchedule } from './show-schedule.ts';

export const command = defineCommand({
  summary: { en: 'One schedule with its next times', zh: '定时计划详情与后续触发时间' },
  args: [scheduleArgument],
  run: async (call) => {
    const { client } = call.server();
    const scheduleId = await scheduleIdOf(client, argument(call, 'SCHEDULE'));
    return shownSchedule(await client.call(getSchedule, { params: { scheduleId } }));
  },
});
