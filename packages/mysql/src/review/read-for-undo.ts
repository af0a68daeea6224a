import { send } from '../catalogue/statement.ts';
import { ownPrivileges } from '../observe/portrait-statements.ts';
import { type SqlRunner, textOf } from '../sql-runner.ts';
import type { Version } from '../version.ts';
import { type AskedForReview, readForReview } from './read-for-review.ts';
import { orRefused } from './refused.ts';
import type { ReviewedTable } from './review-statements.ts';
import { findsChildrenByIndex } from './table-fact-statements.ts';

/**
 * What a server must be asked before somebody says how a script is undone, and what of it this account can see at all: triggers
 * hide from whoever lacks the privilege. @throws PathError where the connection is lost
 */
export async function readForUndo<Table extends ReviewedTable>(
  sql: SqlRunner,
  version: Version,
  asked: AskedForReview<Table>,
  options: Parameters<typeof readForReview>[3] = {},
) {
  const answers = await readForReview(sql, version, asked, options);
  const own = await orRefused(send(sql, version, ownPrivileges));
  const global = new Set(own.map(({ privilege }) => textOf(privilege).toUpperCase()));
  return { ...answers, sight: sightOf(global, version, answers.seesChildren) };
}

const ofTables = [
  'SELECT',
  'INSERT',
  'UPDATE',
  'DELETE',
  'CREATE',
  'DROP',
  'REFERENCES',
  'INDEX',
  'ALTER',
  'SHOW VIEW',
];

/**
 * What hides from nobody with these global privileges. The dictionary of MySQL 8 leaves out the foreign keys of tables on which one
 * has no privilege, without a word; the engine's own list, asked elsewhere, is whole or refused. Pure.
 */
export function sightOf(
  global: ReadonlySet<string>,
  version: Version,
  seesChildren: boolean,
): { readonly triggers: boolean; readonly children: boolean } {
  const isWhole = !findsChildrenByIndex(version) || ofTables.some((privilege) => global.has(privilege));
  return { triggers: global.has('TRIGGER'), children: seesChildren && isWhole };
}
