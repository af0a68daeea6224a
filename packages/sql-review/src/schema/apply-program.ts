import type { CreateRoutine, CreateTrigger, DefineEvent, DropRoutine } from '@myriad/sql';
import type { SchemaState } from './schema.ts';

/** The schema after a routine, trigger or event was made or dropped. What changes no body changes nothing. */
export function applyProgram(
  schema: SchemaState,
  statement: CreateRoutine | CreateTrigger | DefineEvent | DropRoutine,
): void {
  const { schema: of, name } = statement.name;
  const key = `${whatOf(statement)}\u0000${schema.keyOf(of?.name, name.name)}`;
  if (statement.kind === 'drop-routine') {
    schema.programs.delete(key);
    if (statement.what === 'TRIGGER') forgetTrigger(schema, of?.name, name.name);
  } else if (statement.body !== undefined) schema.programs.set(key, { schema: of?.name, name: name.name, statement });
}

function whatOf(statement: CreateRoutine | CreateTrigger | DefineEvent | DropRoutine): string {
  if (statement.kind === 'create-trigger') return 'TRIGGER';
  return statement.kind === 'define-event' ? 'EVENT' : statement.what;
}

/** A trigger is named by its own schema, and kept with its table. */
function forgetTrigger(schema: SchemaState, of: string | undefined, name: string): void {
  const place = schema.keyOf(of, '');
  for (const [table, triggers] of schema.triggers) {
    if (!table.startsWith(place)) continue;
    const left = triggers.filter((trigger) => trigger.name.toLowerCase() !== name.toLowerCase());
    if (left.length < triggers.length) schema.triggers.set(table, left);
  }
}
