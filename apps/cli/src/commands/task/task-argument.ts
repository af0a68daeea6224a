import type { Argument } from '../../command.ts';

export const taskArgument: Argument = {
  name: 'TASK',
  words: { en: 'Id of the task; task list shows it', zh: '任务 ID，见 task list' },
};
