import { at, defineRule } from '../../rule.ts';
import type { History } from '../../walk/history.ts';

/** Behind settings alone, or right behind the CREATE DATABASE of what is used. */
function isAtItsHead({ hasUse, hasDefinitions, hasChanges, lastKind }: History): boolean {
  if (hasUse) return false;
  return lastKind === 'create-database' || (lastKind === 'set-variables' && !hasDefinitions && !hasChanges);
}

export const useInScript = defineRule({
  id: 'use-in-script',
  grade: 'N',
  theme: 'transactions',
  why: {
    en: 'USE in the middle of a script sends the rest elsewhere: a part run alone hits the wrong schema.',
    zh: '脚本中途 USE 会让后续语句作用到别的库，单独执行其中一段容易选错库。',
  },
  on: ['use'],
  check: (statement, { history }) =>
    history.count > 0 &&
    !isAtItsHead(history) &&
    at(statement, 'The schema is switched in the middle of a script.', '脚本中途切换了库。'),
});
