import { at, defineRule } from '../../rule.ts';
import { isSame } from '../../schema/table.ts';

export const renameObject = defineRule({
  id: 'rename-object',
  grade: 'E',
  theme: 'schema-change',
  why: {
    en: 'The old name is gone at once: every running version of the application that uses it fails.',
    zh: '旧名称会立即失效，仍在使用它的应用版本会报错。',
  },
  on: ['table-rename', 'rename-to', 'rename-element', 'change-column'],
  check: (rename) =>
    (rename.kind !== 'change-column' || (rename.from && !isSame(rename.from.name, rename.column.name.name))) &&
    (rename.kind !== 'rename-element' || rename.what === 'COLUMN') &&
    at(rename, 'Whoever uses the old name fails from now on.', '仍使用旧名称的语句将会报错。'),
});
