import { walk } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';

export const triggerWritesOther = defineRule({
  id: 'trigger-writes-other',
  grade: 'N',
  theme: 'programs',
  why: {
    en: 'A trigger that writes another table ties the locks of both together.',
    zh: '触发器写入其他表会把两张表的锁绑在一起。',
  },
  on: ['create-trigger'],
  check: ({ body, name }) => {
    let writes = false;
    walk(body, ({ kind }) => {
      if (kind === 'insert' || kind === 'update' || kind === 'delete') writes = true;
    });
    return writes && at(name, 'It writes another table.', '触发器会写入其他表。');
  },
});
