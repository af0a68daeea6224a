import { type Delete, type DmlStatement, type Node, type Update, walk } from '@myriad/sql';
import type { Schema } from '../schema/schema.ts';
import { isSame, type TableModel } from '../schema/table.ts';
import type { Words } from '../words.ts';

const events = { insert: 'INSERT', update: 'UPDATE', delete: 'DELETE' } as const;

/** Why a change of rows cannot be undone row by row; `undefined` when it can. */
export function refusalOf(
  statement: DmlStatement,
  table: TableModel,
  key: readonly string[],
  schema: Schema,
): Words | undefined {
  const isWritten = statement.kind === 'insert' ? ['INSERT', 'UPDATE', 'DELETE'] : [events[statement.kind]];
  if (schema.triggersOf(table).some(({ event }) => isWritten.includes(event)))
    return { en: 'A trigger of the table changes more than the statement says.', zh: '表上的触发器会产生额外修改。' };
  if (cascades(statement, table, schema))
    return { en: 'Foreign keys of other tables pass the change on to their rows.', zh: '其他表的外键会级联修改数据。' };
  if (statement.kind === 'insert') return undefined;
  if (statement.portion || (statement.kind === 'delete' && statement.form === 'history'))
    return {
      en: 'The server splits or forgets rows by their period: which ones is not known.',
      zh: '服务器按时间段拆分或清除行，无法确定是哪些行。',
    };
  if (isByChance(statement))
    return {
      en: 'Which rows are changed depends on chance, time or the session.',
      zh: '受影响的行取决于随机数、时间或会话状态。',
    };
  if (statement.limit && !isOrderedBy(statement, key))
    return {
      en: 'LIMIT without ORDER BY the primary key: other rows may be changed than are kept.',
      zh: 'LIMIT 未按主键排序，备份的行与实际修改的行可能不同。',
    };
  if (statement.kind === 'update' && setsKey(statement, key))
    return {
      en: 'The primary key itself is changed: a row is not found again by it.',
      zh: '修改了主键，之后无法按主键找回原行。',
    };
  return undefined;
}

const passesOn = (action: string | undefined): boolean =>
  action === 'CASCADE' || action === 'SET NULL' || action === 'SET DEFAULT';

function cascades(statement: DmlStatement, table: TableModel, schema: Schema): boolean {
  const keys = [...schema.listTables()].flatMap((other) =>
    other.foreignKeys.filter((one) => schema.tableAt(one.schema ?? other.schema, one.table) === table),
  );
  if (statement.kind === 'delete') return keys.some(({ onDelete }) => passesOn(onDelete));
  // Rows that were there are taken away for a moment: whoever points to them would not let them go.
  if (statement.kind === 'insert')
    return (statement.verb === 'REPLACE' || statement.onDuplicate.length > 0 || statement.ignore) && keys.length > 0;
  const set = statement.assignments.flatMap(({ target }) => (target.kind === 'column' ? [target.name.name] : []));
  return keys.some(
    ({ onUpdate, foreignColumns }) =>
      passesOn(onUpdate) && foreignColumns.some((name) => set.some((one) => isSame(one, name))),
  );
}

const byChance: ReadonlySet<string> = new Set([
  'RAND', 'UUID', 'UUID_SHORT', 'SLEEP', 'NOW', 'SYSDATE', 'CURRENT_TIMESTAMP', 'LOCALTIME', 'LOCALTIMESTAMP', 'CURDATE', 'CURRENT_DATE', 'CURTIME',
  'CURRENT_TIME', 'UTC_TIMESTAMP', 'UTC_DATE', 'UTC_TIME', 'UNIX_TIMESTAMP', 'CONNECTION_ID', 'LAST_INSERT_ID', 'FOUND_ROWS', 'ROW_COUNT', 'GET_LOCK',
  'RANDOM_BYTES',
]); // biome-ignore format: a list

/** What chooses the rows; time stands still in a transaction only where somebody made it. */
function isByChance({ where, orderBy, limit }: Update | Delete): boolean {
  const parts: readonly (Node | undefined)[] = [where, ...orderBy, limit];
  return parts.some((part) => {
    let found = false;
    if (part)
      walk(part, (node) => {
        if (node.kind === 'user-variable') found = true;
        if (node.kind === 'call' && 'name' in node && byChance.has(String(node.name).toUpperCase())) found = true;
        if (node.kind === 'special-call' && 'name' in node && byChance.has(String(node.name).toUpperCase()))
          found = true;
        return undefined;
      });
    return found;
  });
}

function isOrderedBy({ orderBy }: Update | Delete, key: readonly string[]): boolean {
  const named = orderBy.flatMap(({ expression }) => (expression.kind === 'column' ? [expression.name.name] : []));
  return named.length === orderBy.length && key.every((column) => named.some((one) => isSame(one, column)));
}

const setsKey = ({ assignments }: Update, key: readonly string[]): boolean =>
  assignments.some(({ target }) => target.kind === 'column' && key.some((column) => isSame(column, target.name.name)));
