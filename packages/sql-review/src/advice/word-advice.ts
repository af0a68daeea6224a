import { type Dialect, printNode } from '@myriad/sql';
import { type IndexModel, type IndexPartModel, isSame, type TableModel } from '../schema/table.ts';
import { quoteName } from '../undo/undo.ts';
import type { Words } from '../words.ts';
import { keyOfPart } from './access-path.ts';
import type { Block, Ref } from './block.ts';

export const tableText = ({ schema, name }: TableModel): string =>
  `${schema === undefined ? '' : `${quoteName(schema)}.`}${quoteName(name)}`;

export const partText = ({ column, expression, length, isDescending }: IndexPartModel, dialect: Dialect): string =>
  `${column === undefined ? `(${expression ? printNode(expression, dialect) : ''})` : quoteName(column)}${length === undefined ? '' : `(${length})`}${isDescending ? ' DESC' : ''}`;

export const createText = (table: TableModel, { name, parts }: IndexModel, dialect: Dialect): string =>
  `CREATE INDEX ${quoteName(name)} ON ${tableText(table)} (${parts.map((part) => partText(part, dialect)).join(', ')})`;

export const dropText = (table: TableModel, { name }: IndexModel): string =>
  `DROP INDEX ${quoteName(name)} ON ${tableText(table)}`;

/** Makes a hidden index seen, or hides it. */
export function visibilityText(
  table: TableModel,
  { name }: IndexModel,
  isSeen: 'seen' | 'hidden',
  { flavour }: Dialect,
): string {
  const words =
    flavour === 'mysql' ? { seen: 'VISIBLE', hidden: 'INVISIBLE' } : { seen: 'NOT IGNORED', hidden: 'IGNORED' };
  return `ALTER TABLE ${tableText(table)} ALTER INDEX ${quoteName(name)} ${words[isSeen]}`;
}

type Role = 'equal' | 'in' | 'range' | 'join' | 'sorted' | 'grouped' | 'read';

const roles: Readonly<Record<Role, (columns: string) => Words>> = {
  equal: (columns) => ({ en: `${columns} by equality`, zh: `${columns} 等值匹配` }),
  join: (columns) => ({ en: `${columns} by the join`, zh: `${columns} 用于连接` }),
  in: (columns) => ({ en: `${columns} by a list of values`, zh: `${columns} 按值列表匹配` }),
  range: (columns) => ({ en: `${columns} by a range`, zh: `${columns} 按范围查找` }),
  sorted: (columns) => ({
    en: `${columns} in the order asked for, without sorting`,
    zh: `${columns} 直接满足排序，无需额外排序`,
  }),
  grouped: (columns) => ({
    en: `${columns} group by group, without a temporary table`,
    zh: `${columns} 直接满足分组，无需临时表`,
  }),
  read: (columns) => ({
    en: `${columns} is read from the index, not from the row`,
    zh: `${columns} 直接从索引读取，无需回表`,
  }),
};

/** What each column of an index is for, in the statements it serves. */
export function reasonOf(table: TableModel, { parts }: IndexModel, blocks: readonly Block[], dialect: Dialect): Words {
  const byRole = new Map<Role, string[]>();
  for (const part of parts)
    for (const role of rolesOf(part, table, blocks, dialect))
      byRole.set(role, [...(byRole.get(role) ?? []), part.column ?? keyOfPart(part, dialect)]);
  const said = [...byRole].map(([role, columns]) => ({
    en: roles[role](columns.join(', ')).en,
    zh: roles[role](columns.join('、')).zh,
  }));
  return { en: `${said.map(({ en }) => en).join('; ')}.`, zh: `${said.map(({ zh }) => zh).join('；')}。` };
}

function rolesOf(part: IndexPartModel, table: TableModel, blocks: readonly Block[], dialect: Dialect): readonly Role[] {
  const key = keyOfPart(part, dialect);
  const own = blocks
    .flatMap(({ conditions, anyOf }) => [...conditions, ...anyOf.flatMap(({ branches }) => branches.flat())])
    .filter((one) => one.key === key && one.relation.table === table);
  const found: Role[] = [];
  const is = (kind: string) => own.filter((one) => one.kind === kind);
  if (is('equal').some(({ needs }) => needs.length === 0)) found.push('equal');
  else if (is('equal').length > 0) found.push('join');
  else if (is('in').length > 0) found.push('in');
  else if (own.length > 0) found.push('range');
  // What is fixed to one value needs no sorting.
  if (found[0] === 'equal') return found;
  const isNamed = (keys: readonly Ref[] = []) =>
    keys.some(({ relation, column }) => relation.table === table && isSame(column.name, part.column));
  if (blocks.some(({ order }) => isNamed(order))) found.push('sorted');
  if (blocks.some(({ group }) => isNamed(group))) found.push('grouped');
  return found.length > 0 ? found : ['read'];
}
