import type { AlterAction } from '@myriad/sql';
import { at, defineRule, type RuleFinding } from '../../rule.ts';

const isRename = (action: AlterAction): boolean =>
  action.kind === 'rename-to' || (action.kind === 'rename-element' && action.what === 'COLUMN');

const found = (place: { readonly start: number; readonly end: number }): RuleFinding =>
  at(place, 'Whoever uses the old name fails from now on.', '仍使用旧名称的语句将会报错。');

export const renameObject = defineRule({
  id: 'rename-object',
  grade: 'E',
  theme: 'schema-change',
  why: {
    en: 'The old name is gone at once: every running version of the application that uses it fails.',
    zh: '旧名称会立即失效，仍在使用它的应用版本会报错。',
  },
  check: (statement, { nodes }) => [
    ...(statement.kind === 'rename-table' ? statement.renames : []).map(found),
    ...nodes('alter-table').flatMap(({ actions }) => actions.filter(isRename).map(found)),
  ],
});
