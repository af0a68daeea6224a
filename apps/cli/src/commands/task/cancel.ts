import { decisionCommand } from './decide.ts';

export const command = decisionCommand('cancel', {
  en: 'End a running task',
  zh: '取消运行中的任务',
});
