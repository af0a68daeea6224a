import { decisionCommand } from './decide.ts';

export const command = decisionCommand('retry', {
  en: 'Try what failed again',
  zh: '重试失败的步骤',
});
