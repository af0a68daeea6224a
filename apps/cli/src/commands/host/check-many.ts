import { startHostCheck } from '@myriad/contract';
import { defineCommand } from '../../command.ts';
import { whichFlags, whichHosts } from './which-hosts.ts';

export const command = defineCommand({
  summary: { en: 'Check many hosts as a task; prints its id', zh: '以任务方式批量执行上架检查，打印任务 ID' },
  flags: whichFlags,
  examples: ['myriad task watch "$(myriad host check-many --all)"'],
  run: async (call) => {
    const body = { hostIds: await whichHosts(call) };
    const answer = await call.server().client.call(startHostCheck, { body });
    return { value: answer, text: () => `${answer.taskId}\n` };
  },
});
