import { resolveNames } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { isSame } from '../../schema/table.ts';

export const dropUsedTable = defineRule({
  id: 'drop-used-table',
  grade: 'X',
  theme: 'schema-change',
  tier: 'schema',
  why: {
    en: 'A view, a foreign key, a routine, a trigger or an event still names this table.',
    zh: '该表仍被视图、外键、存储程序、触发器或事件引用。',
  },
  on: ['drop-table'],
  check: ({ names: dropped, temporary }, { schema }) => {
    if (temporary) return undefined;
    const goes = (table: string) => dropped.some(({ name }) => isSame(name.name, table));
    return dropped.flatMap((name) => {
      const table = schema.tableOf(name);
      if (!table) return [];
      const keys = [...schema.listTables()].filter(
        (other) => !goes(other.name) && other.foreignKeys.some((key) => isSame(key.table, table.name)),
      );
      const views = [...schema.listViews()].filter(({ query }) =>
        resolveNames(query).tables.some((use) => isSame(use.table, table.name)),
      );
      const programs = [...schema.listPrograms()].filter(({ statement }) => {
        // The triggers of a table go with it.
        if (statement.kind === 'create-trigger' && goes(statement.table.name.name)) return false;
        return resolveNames(statement).tables.some((use) => isSame(use.table, table.name));
      });
      const users = [...keys, ...views, ...programs].map((one) => one.name);
      return users.length > 0
        ? [at(name, `Used by ${users.join(', ')}.`, `被以下对象引用：${users.join('、')}。`)]
        : [];
    });
  },
});
