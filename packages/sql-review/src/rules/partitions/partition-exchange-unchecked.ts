import { at, defineRule } from '../../rule.ts';

export const partitionExchangeUnchecked = defineRule({
  id: 'partition-exchange-unchecked',
  grade: 'E',
  theme: 'partitions',
  why: {
    en: 'EXCHANGE … WITHOUT VALIDATION lets rows in that belong to another partition: nobody finds them again.',
    zh: 'EXCHANGE … WITHOUT VALIDATION 可能放入不属于该分区的行，之后将查询不到。',
  },
  on: ['partition-action'],
  check: (action) =>
    action.action === 'EXCHANGE' &&
    action.options.some((one) => one.startsWith('WITHOUT VALIDATION')) &&
    at(action, 'Rows are not checked.', '不会校验数据。'),
});
