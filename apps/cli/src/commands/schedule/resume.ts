import { resumeSchedule } from '@myriad/contract';
import { argument, defineCommand } from '../../command.ts';
import { scheduleArgument, scheduleIdOf } from './schedule-argument.ts';
import { shownSchedule } from './show-schedule.ts';

export const command = defineCommand({
  summary: { en: 'Let a paused schedule run again', zh: '恢复已暂停的定时计划' },
  args: [scheduleArgument],
  run: async (call) => {
    const { client } = call.server();
    const scheduleId = await scheduleIdOf(client, argument(call, 'SCHEDULE'));
    return shownSchedule(await client.call(resumeSchedule, { params: { scheduleId } }));
  },
});
