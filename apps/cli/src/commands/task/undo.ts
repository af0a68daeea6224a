import { decisionCommand } from './decide.ts';

export const command = decisionCommand('undo', {
  en: 'Take back, in reverse, what was done',
  zh: '按相反顺序回退已执行的步骤',
});
