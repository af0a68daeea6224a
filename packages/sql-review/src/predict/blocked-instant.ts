import type { AlterTable } from '@myriad/sql';
import type { Context } from '../context.ts';
import type { Words } from '../words.ts';
import { instantLimits } from './limits-mysql.ts';
import { listChanges } from './list-changes.ts';
import { ddlTableOf } from './predict-ddl.ts';

/** Why a statement that MySQL could run INSTANT is not INSTANT on this table; empty when it is, or nobody knows. */
export function blockedInstant(alter: AlterTable, context: Context): readonly Words[] {
  const { schema, dialect } = context;
  const table = schema.tableOf(alter.name);
  if (!table?.isWhole || dialect.flavour !== 'mysql') return [];
  const difference = listChanges(alter, table, dialect);
  return instantLimits({ difference, table: ddlTableOf(table, context), dialect }).map(({ words }) => words);
}
