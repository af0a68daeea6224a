import type { TableView } from '@myriad/contract';
import type { z } from 'zod';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../platform/policy/decision.ts';
import type { TableParts } from './parts.ts';
import { mayLookInto } from './policy.ts';
import { type ConsoleTable, readSchema } from './read-schema.ts';

/** Every table this actor may look into, by name. */
export async function listTables({ db, edits }: TableParts, actor: Actor): Promise<z.input<typeof TableView>[]> {
  requireAllowed(mayLookInto(actor));
  const tables = [...(await readSchema(db)).values()].filter(
    ({ description }) => mayLookInto(actor, description).allowed,
  );
  return tables
    .map(({ collection: { name, key, columns }, description, hidden }) => {
      const editable = edits.filter((edit) => edit.table === name).flatMap((edit) => edit.columns);
      return {
        name,
        words: description.words,
        key: [...key],
        columns: columns.map((column) => ({
          name: column.name,
          type: column.type,
          words: column.words,
          nullable: column.nullable ?? false,
          editable: editable.includes(column.name),
        })),
        hidden: [...hidden],
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** @throws ProblemError TABLE_NOT_FOUND, also for one that is hidden; NOT_AN_OPERATOR, NOT_AN_ADMINISTRATOR */
export async function getTable({ db }: Pick<TableParts, 'db'>, actor: Actor, name: string): Promise<ConsoleTable> {
  requireAllowed(mayLookInto(actor));
  const table = (await readSchema(db)).get(name);
  if (!table) throw new ProblemError('TABLE_NOT_FOUND', { table: name });
  requireAllowed(mayLookInto(actor, table.description));
  return table;
}
