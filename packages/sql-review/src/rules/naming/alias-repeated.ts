import { at, defineRule } from '../../rule.ts';
import { repeated } from '../../tree/conditions.ts';

export const aliasRepeated = defineRule({
  id: 'alias-repeated',
  grade: 'W',
  theme: 'naming',
  why: {
    en: 'Two columns of one name in a result: clients that read by name see one of them.',
    zh: '结果集中有同名列时，按名称读取的客户端只能看到其中一个。',
  },
  on: ['select'],
  check: ({ items }) =>
    repeated(items, ({ expression, alias }) =>
      (alias?.name ?? (expression.kind === 'column' ? expression.name.name : undefined))?.toLowerCase(),
    ).map((item) => at(item, 'A column of this name is in the result already.', '结果集中已有同名列。')),
});
