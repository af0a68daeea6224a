import { at, defineRule } from '../../rule.ts';

export const alterNoAction = defineRule({
  id: 'alter-no-action',
  grade: 'N',
  theme: 'schema-change',
  why: {
    en: 'An ALTER TABLE that says nothing still takes the metadata lock.',
    zh: '没有动作的 ALTER TABLE 仍会获取元数据锁。',
  },
  on: ['alter-table'],
  check: ({ actions, partitioning, name }) =>
    actions.filter((action) => !(action.kind === 'setting' && ['ALGORITHM', 'LOCK'].includes(action.name))).length ===
      0 &&
    !partitioning &&
    at(name, 'Nothing is changed.', '没有任何变更。'),
});
