import { at, defineRule } from '../../rule.ts';
import { isDefinition } from '../../walk/history.ts';

export const multiDdlOrder = defineRule({
  id: 'multi-ddl-order',
  grade: 'W',
  off: true,
  theme: 'transactions',
  why: {
    en: 'Each definition commits by itself: when the second fails, the first stays. One of them in an order can be taken back as a whole.',
    zh: '每条 DDL 都会自动提交：后一条失败时前一条已经生效。一个工单只包含一条 DDL 便于整体回退。',
  },
  on: ['statement'],
  check: (statement, { history }) =>
    isDefinition(statement) &&
    history.hasDefinitions &&
    at(statement, 'More than one definition in one script.', '同一脚本中包含多条 DDL。'),
});
