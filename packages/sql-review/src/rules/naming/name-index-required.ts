import { at, defineRule } from '../../rule.ts';

export const nameIndexRequired = defineRule({
  id: 'name-index-required',
  grade: 'N',
  theme: 'naming',
  why: {
    en: 'An index without a name gets one from the server, which a later DROP must guess.',
    zh: '未命名的索引由服务器命名，之后删除时需要猜测名称。',
  },
  on: ['index-definition'],
  check: (index) =>
    index.type !== 'PRIMARY KEY' &&
    !index.name &&
    !index.constraint?.name &&
    at(index, 'Name the index.', '请为索引命名。'),
});
