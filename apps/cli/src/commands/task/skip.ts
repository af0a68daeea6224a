import { decisionCommand } from './decide.ts';

export const command = decisionCommand('skip', {
  en: 'Go on without the failed step, where it may be skipped',
  zh: '跳过失败的步骤继续执行（仅限可跳过的步骤）',
});
