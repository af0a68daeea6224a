import type { Node } from '../ast/node.ts';
import type { PartitionDefinition, Partitioning, PartitionValues } from '../ast/partition.ts';
import { walk } from '../ast/walk.ts';
import { type Cursor, refuse } from './cursor.ts';

/** What the servers refuse as a syntax error though each clause alone is right. @throws SyntaxFault */
export function checkPartitioning(p: Cursor, { by, count, subpartitions, partitions }: Partitioning): void {
  if (by.expression !== undefined) checkFunction(p, by.expression);
  if (subpartitions?.by.expression !== undefined) checkFunction(p, subpartitions.by.expression);
  if (count !== undefined && partitions.length > 0 && Number(count.value) !== partitions.length)
    refuse(p, count, `PARTITIONS says ${count.value}, ${partitions.length} are defined`);
  const isRange = by.method.startsWith('RANGE');
  const isList = by.method.startsWith('LIST');
  for (const { values, name } of partitions) {
    if (values !== undefined) checkRows(p, values, by.method.endsWith('COLUMNS') ? by.columns.length : 1);
    else if (p.mysql && (isRange || isList)) refuse(p, name, 'a partition by RANGE or LIST needs its VALUES');
  }
  const wanted = subpartitions?.count === undefined ? undefined : Number(subpartitions.count.value);
  checkSubpartitions(p, partitions, wanted);
}

/** All partitions have the same number of subpartitions. */
export function checkSubpartitions(
  p: Cursor,
  partitions: readonly PartitionDefinition[],
  wanted: number | undefined,
): void {
  const first = partitions[0]?.subpartitions.length ?? 0;
  for (const partition of partitions) {
    const { length } = partition.subpartitions;
    if (length !== first || (length > 0 && wanted !== undefined && length !== wanted))
      refuse(p, partition, 'every partition has the same number of subpartitions');
  }
}

function checkRows(p: Cursor, values: PartitionValues, columns: number): void {
  for (const row of values.rows) {
    for (const item of row.items) checkFunction(p, item);
    if (values.type === 'IN' && row.inBrackets !== columns > 1)
      refuse(p, row, 'rows in VALUES IN are for partitions by several columns');
    if (row.inBrackets ? row.items.length !== columns && columns > 1 : columns > 1)
      refuse(p, row, `a value for each of the ${columns} columns`);
  }
}

/** Functions whose result another session or moment changes; those nobody knows are stored or loadable ones. */
const changing: ReadonlySet<string> = new Set(
  (
    'NOW CURRENT_TIMESTAMP LOCALTIME LOCALTIMESTAMP SYSDATE CURDATE CURRENT_DATE CURTIME CURRENT_TIME UTC_DATE UTC_TIME ' +
    'UTC_TIMESTAMP RAND UUID UUID_SHORT SLEEP BENCHMARK CONNECTION_ID CURRENT_USER USER SESSION_USER SYSTEM_USER DATABASE SCHEMA ' +
    'FOUND_ROWS ROW_COUNT LAST_INSERT_ID GET_LOCK RELEASE_LOCK RELEASE_ALL_LOCKS IS_FREE_LOCK IS_USED_LOCK LOAD_FILE ' +
    'MASTER_POS_WAIT SOURCE_POS_WAIT'
  ).split(' '),
);

function checkFunction(p: Cursor, expression: Node): void {
  walk(expression, (node) => {
    if (node.kind === 'user-variable') refuse(p, node, 'no variables in the function of a partition');
    if (p.mysql && node.kind === 'subquery') refuse(p, node, 'no queries in the function of a partition');
    if (node.kind !== 'call') return;
    const { name, schema } = node as Node & { readonly name: string; readonly schema: unknown };
    if (schema !== undefined || changing.has(name.toUpperCase()))
      refuse(p, node, 'the function of a partition gives the same for the same row, always');
  });
}
