import { at, defineRule } from '../../rule.ts';
import { keyOfName } from '../../walk/history.ts';

export const dropThenCreate = defineRule({
  id: 'drop-then-create',
  grade: 'E',
  theme: 'schema-change',
  why: {
    en: 'Dropping a table to make it anew throws away its rows, its rights by column and its triggers.',
    zh: '先删表再建表会丢失全部数据、列权限和触发器。',
  },
  on: ['create-table'],
  check: (statement, { history }) => {
    const { last } = history;
    const again =
      last?.kind === 'drop-table' &&
      !last.temporary &&
      !statement.temporary &&
      last.names.some((name) => keyOfName(name) === keyOfName(statement.name));
    return (
      again &&
      at(statement.name, 'The table was dropped right before; alter it instead.', '该表刚被删除；请改用 ALTER TABLE。')
    );
  },
});
