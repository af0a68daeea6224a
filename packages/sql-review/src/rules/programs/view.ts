import { at, defineRule } from '../../rule.ts';

export const view = defineRule({
  id: 'view',
  grade: 'N',
  theme: 'programs',
  why: {
    en: 'A view on a view on a view: each looks cheap, and together they join everything.',
    zh: '视图层层嵌套时，单个看似简单，合起来却可能连接所有表。',
  },
  on: ['create-view'],
  check: ({ name }) => at(name, 'A view.', '创建了视图。'),
});
