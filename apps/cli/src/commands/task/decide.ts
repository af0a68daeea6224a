import { decideTask } from '@myriad/contract';
import { argument, type Command, defineCommand, textFlag } from '../../command.ts';
import type { Words } from '../../language.ts';
import { shownTask } from './show-task.ts';
import { taskArgument } from './task-argument.ts';

/** The five decisions differ in one word only. */
export const decisionCommand = (decision: 'retry' | 'skip' | 'undo' | 'abort' | 'cancel', summary: Words): Command =>
  defineCommand({
    summary,
    args: [taskArgument],
    flags: [
      ...(decision === 'retry' || decision === 'skip'
        ? [{ name: 'step', value: 'STEP', words: { en: 'Only this step', zh: '仅针对该步骤' } }]
        : []),
      { name: 'reason', value: 'TEXT', words: { en: 'Kept with the decision', zh: '处理原因' } },
    ],
    run: async (call) => {
      const stepId = textFlag(call, 'step');
      const reason = textFlag(call, 'reason');
      const task = await call.server().client.call(decideTask, {
        params: { taskId: argument(call, 'TASK') },
        body: { decision, ...(stepId === undefined ? {} : { stepId }), ...(reason === undefined ? {} : { reason }) },
      });
      return shownTask(task);
    },
  });
