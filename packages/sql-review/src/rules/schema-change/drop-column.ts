import { at, defineRule } from '../../rule.ts';

export const dropColumn = defineRule({
  id: 'drop-column',
  grade: 'E',
  theme: 'schema-change',
  why: {
    en: 'The values of a dropped column are gone, and every running version of the application that names it fails.',
    zh: '列被删除后数据随之丢失，仍在引用该列的应用版本会立即报错。',
  },
  on: ['drop-element'],
  check: (action) =>
    action.what === 'COLUMN' && at(action, 'The column and its values are dropped.', '该列及其数据将被删除。'),
});
