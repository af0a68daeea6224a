import { type Dialect, parseStatement } from '@myriad/sql';
import type { Connection } from 'mysql2/promise';
import { makeTables, showCreate } from '../predict/shapes/ask-server.ts';
import type { AlterShape } from '../predict/shapes/make-shapes.ts';
import { undoDdl } from './undo-ddl.ts';

/** `said`: the undo itself names a part of the definition that stays; `refused`: the server refuses the change. */
export type UndoOutcome =
  | { readonly kind: 'undone' | 'said' | 'refused' }
  | { readonly kind: 'wrong'; readonly why: string };

/** Runs a change on a real server, then what undoes it. */
export async function undoShape(connection: Connection, shape: AlterShape, dialect: Dialect): Promise<UndoOutcome> {
  if ((await makeTables(connection, shape)) !== undefined) return { kind: 'refused' };
  await connection.query('SET foreign_key_checks = 0');
  const before = await showCreate(connection, 't');
  const text = `ALTER TABLE t ${shape.actions}`;
  const refused = await messageOf(connection, text);
  if (refused !== undefined) return { kind: 'refused' };
  const create = parseStatement(before, dialect).statement;
  if (create.kind !== 'create-table') return { kind: 'wrong', why: `not read: ${before}` };
  const undo = undoDdl(parseStatement(text, dialect).statement, { createOf: () => create, dialect });
  if ('impossible' in undo) return { kind: 'wrong', why: undo.impossible.en };
  if (undo.remains.length > 0) return { kind: 'said' };
  for (const sql of undo.statements) {
    const fault = await messageOf(connection, sql);
    if (fault !== undefined) return { kind: 'wrong', why: `${fault}\n${sql}\n${before}` };
  }
  const after = await showCreate(connection, 't');
  if (plain(after) === plain(before)) return { kind: 'undone' };
  return { kind: 'wrong', why: `${undo.statements.join(';\n')}\n${difference(before, after)}` };
}

const messageOf = (connection: Connection, sql: string): Promise<string | undefined> =>
  connection.query(sql).then(
    () => undefined,
    (error: Error) => error.message,
  );

const linesOf = (create: string): readonly string[] =>
  create
    .replace(/ AUTO_INCREMENT=\d+/, '')
    .split('\n')
    .map((line) => line.trim().replace(/,$/, ''));

/** Columns in their order, keys in any. */
function plain(create: string): string {
  const lines = linesOf(create);
  const isKey = (line: string) => /^(PRIMARY|UNIQUE|KEY|FULLTEXT|SPATIAL|CONSTRAINT)/.test(line);
  return [...lines.filter((line) => !isKey(line)), ...lines.filter(isKey).sort()].join('\n');
}

function difference(before: string, after: string): string {
  const [was, is] = [linesOf(before), linesOf(after)];
  return [
    ...was.filter((line) => !is.includes(line)).map((line) => `was ${line}`),
    ...is.filter((line) => !was.includes(line)).map((line) => `is  ${line}`),
  ].join('\n');
}
