import { send } from '../catalogue/statement.ts';
import { ownPrivileges } from '../observe/portrait-statements.ts';
import { type SqlRunner, textOf } from '../sql-runner.ts';
import type { Version } from '../version.ts';
import { type AskedForReview, readForReview } from './read-for-review.ts';
import { orRefused } from './refused.ts';
import type { ReviewedTable } from './review-statements.ts';

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
  const triggers = own.some(({ privilege }) => textOf(privilege).toUpperCase() === 'TRIGGER');
  return { ...answers, sight: { triggers, children: answers.seesChildren } };
}
