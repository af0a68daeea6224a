import { ProblemError } from '../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../platform/policy/decision.ts';
import type { EditedValues, Note } from '../metadata/index.ts';
import { readKey } from './list-rows.ts';
import { getTable } from './list-tables.ts';
import type { TableParts } from './parts.ts';
import { mayLookInto } from './policy.ts';

/** Changes columns of one row by the use case that owns them: its rules, its history, its audit row. Nothing is written here. */
export async function editRow(
  parts: TableParts,
  actor: Actor,
  of: { readonly table: string; readonly key: string },
  values: EditedValues,
  note: Note,
): Promise<void> {
  const { collection, description } = await getTable(parts, actor, of.table);
  requireAllowed(mayLookInto(actor, description));
  const key = readKey(of.key, of.table);
  const owner = parts.edits.find(({ table }) => table === of.table);
  const columns = owner?.columns ?? [];
  const [column] = Object.keys(values).filter((name) => !columns.includes(name));
  if (column !== undefined || !owner || key.length !== collection.key.length)
    throw new ProblemError('COLUMN_READ_ONLY', {
      table: of.table,
      column: column ?? '-',
      columns: columns.join(', ') || '-',
    });
  await owner.edit(actor, key, values, note);
}
