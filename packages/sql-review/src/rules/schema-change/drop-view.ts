import { at, defineRule } from '../../rule.ts';

export const dropView = defineRule({
  id: 'drop-view',
  grade: 'W',
  theme: 'schema-change',
  why: {
    en: 'Whoever reads the view fails from then on.',
    zh: '删除视图后，使用它的语句将报错。',
  },
  on: ['drop-view'],
  check: ({ names }) => names.map((name) => at(name, 'The view is dropped.', '视图将被删除。')),
});
