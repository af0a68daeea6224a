import { removeSchedule } from '@myriad/contract';
import { argument, defineCommand } from '../../command.ts';
import { scheduleArgument, scheduleIdOf } from './schedule-argument.ts';

export const command = defineCommand({
  summary: { en: 'Remove a schedule; tasks it has made go on', zh: '删除定时计划；已产生的任务继续执行' },
  args: [scheduleArgument],
  run: async (call) => {
    const { client } = call.server();
    const scheduleId = await scheduleIdOf(client, argument(call, 'SCHEDULE'));
    await client.call(removeSchedule, { params: { scheduleId } });
    return { value: { scheduleId }, text: (language) => (language === 'zh' ? '已删除。\n' : 'Removed.\n') };
  },
});
