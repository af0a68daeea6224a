import type { Query } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';

export const lockNoWhere = defineRule({
  id: 'lock-no-where',
  grade: 'E',
  theme: 'transactions',
  why: {
    en: 'A locking read without a filter locks every row of the table until the transaction ends.',
    zh: '没有过滤条件的加锁读会锁住表中所有行，直到事务结束。',
  },
  on: ['lock'],
  check: (lock, { parentOf }) => {
    const query = parentOf(lock);
    if (query?.kind !== 'query') return undefined;
    const { body, limit } = query as Query;
    return (
      body.kind === 'select' &&
      body.from.length > 0 &&
      !body.where &&
      !limit &&
      body.from.every((table) => table.kind === 'named-table') &&
      at(lock, 'Every row of the table is locked.', '表中的所有行都会被锁住。')
    );
  },
});
