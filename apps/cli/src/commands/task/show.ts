import { getTask } from '@myriad/contract';
import { argument, defineCommand } from '../../command.ts';
import { shownTask } from './show-task.ts';
import { taskArgument } from './task-argument.ts';

export const command = defineCommand({
  summary: { en: 'One task with its steps', zh: '任务详情与步骤' },
  args: [taskArgument],
  run: async (call) =>
    shownTask(await call.server().client.call(getTask, { params: { taskId: argument(call, 'TASK') } })),
});
