import { at, defineRule } from '../../rule.ts';
import { isSame } from '../../schema/table.ts';
import { truthOf } from '../../tree/truth.ts';

export const deleteAllUseTruncate = defineRule({
  id: 'delete-all-use-truncate',
  grade: 'N',
  theme: 'change-safety',
  why: {
    en: 'A DELETE of all rows logs and undoes each of them; TRUNCATE empties a table at once, where no rollback, trigger or foreign key needs the rows.',
    zh: '用 DELETE 清空整表会逐行记录日志；不需要回滚、没有触发器和外键引用时，TRUNCATE 可以立即清空。',
  },
  on: ['delete'],
  check: ({ tables: [table, more], where, limit, orderBy, returning }, { schema }) => {
    if (table?.kind !== 'named-table' || more || limit || orderBy.length > 0 || returning.length > 0) return undefined;
    if (table.partitions.length > 0 || (where && truthOf(where) !== 'always')) return undefined;
    const model = schema.tableOf(table.name);
    // TRUNCATE fires no trigger, and is refused where a foreign key points.
    const isNeeded =
      model &&
      (schema.triggersOf(model).some(({ event }) => event === 'DELETE') ||
        [...schema.listTables()].some((other) => other.foreignKeys.some((key) => isSame(key.table, model.name))));
    return (
      !isNeeded &&
      at(
        table,
        'To empty the table, TRUNCATE is quicker; it cannot be rolled back.',
        '如果要清空整表，TRUNCATE 更快，但无法回滚。',
      )
    );
  },
});
