import type { Flavour } from '@myriad/sql';
import type { Connection, RowDataPacket } from 'mysql2/promise';
import type { AlterShape } from './make-shapes.ts';

/** What a real server truly does with a change. */
export interface Observed {
  /** `undefined`: the command takes no ALGORITHM. */
  readonly algorithm: 'INSTANT' | 'NOCOPY' | 'INPLACE' | 'COPY' | undefined;
  /** Rows stand in another tree of pages than before; `undefined` where the server does not show it. */
  readonly rewritesRows: boolean | undefined;
  /** The most it lets others do meanwhile; `undefined` where the server cannot be asked. */
  readonly lock: 'NONE' | 'SHARED' | 'EXCLUSIVE' | undefined;
  readonly create: string;
  readonly kin: readonly string[];
  readonly rowVersions: number;
}

interface Refused {
  readonly refused: string;
}

type Answer = { readonly ok: true } | { readonly ok: false; readonly errno: number; readonly message: string };

async function attempt(connection: Connection, sql: string): Promise<Answer> {
  try {
    await connection.query(sql);
    return { ok: true };
  } catch (error) {
    const { errno = 0, message = '' } = error as { errno?: number; message?: string };
    return { ok: false, errno, message };
  }
}

const tries = {
  mysql: ['INSTANT', 'INPLACE', 'COPY'],
  mariadb: ['INSTANT', 'NOCOPY', 'INPLACE', 'COPY'],
} as const;

/** Makes the table anew and finds the cheapest way the server accepts. */
export async function askServer(
  connection: Connection,
  flavour: Flavour,
  shape: AlterShape,
): Promise<Observed | Refused> {
  const made = await makeTables(connection, shape);
  if (made !== undefined) return { refused: made };
  const { trees, ...before } = await lookAt(connection, flavour, shape);
  if (takesNoAlgorithm(shape, flavour)) {
    const answer = await attempt(connection, `ALTER TABLE t ${shape.actions}`);
    if (!answer.ok) return { refused: answer.message };
    const rewritesRows = await rewrote(connection, flavour, trees);
    return { algorithm: undefined, rewritesRows, lock: undefined, ...before };
  }
  let last = '';
  for (const algorithm of tries[flavour]) {
    const locks = algorithm === 'INSTANT' ? ([undefined] as const) : (['NONE', 'SHARED', 'EXCLUSIVE'] as const);
    for (const lock of locks) {
      const answer = await attempt(connection, statementOf(shape, algorithm, lock));
      if (!answer.ok) {
        last = answer.message;
        continue;
      }
      const rewritesRows = await rewrote(connection, flavour, trees);
      const isCopied =
        (algorithm === 'INSTANT' || algorithm === 'NOCOPY') &&
        (rewritesRows || (trees.size > 0 && (await treesOf(connection, flavour)).size === 0));
      // MariaDB takes some changes with ALGORITHM=INSTANT and copies the table all the same.
      if (isCopied) return { algorithm: 'COPY', rewritesRows, lock: undefined, ...before };
      return { algorithm, rewritesRows, lock: lock ?? 'NONE', ...before };
    }
  }
  return { refused: last };
}

/** Commands for partitions that heed no ALGORITHM: on MariaDB all, on MySQL those that are no change of a definition. */
function takesNoAlgorithm({ isPartitionCommand, actions }: AlterShape, flavour: Flavour): boolean {
  if (!isPartitionCommand) return false;
  return flavour === 'mariadb'
    ? !/^(PARTITION BY|REMOVE)/.test(actions)
    : /^(OPTIMIZE|ANALYZE|CHECK|TRUNCATE|EXCHANGE)/.test(actions);
}

/** The statement that asks for one algorithm and lock. */
export function statementOf({ actions }: AlterShape, algorithm: string, lock: string | undefined): string {
  const how = `ALGORITHM=${algorithm}${lock === undefined ? '' : `, LOCK=${lock}`}`;
  const isPartitioning = actions.startsWith('PARTITION BY') || actions.startsWith('REMOVE PARTITIONING');
  return `ALTER TABLE t ${how}${isPartitioning ? ' ' : ', '}${actions}`;
}

/** The tables of a shape, in an empty database; what the server says when it refuses. */
export async function makeTables(connection: Connection, shape: AlterShape): Promise<string | undefined> {
  await connection.query('SET foreign_key_checks = 0');
  await connection.query('DROP TABLE IF EXISTS kid, t, parent, spare, t_new');
  await connection.query('SET foreign_key_checks = 1');
  for (const sql of shape.table.statements) {
    const answer = await attempt(connection, sql);
    if (!answer.ok) return `${answer.message}: ${sql}`;
  }
  if (shape.actions.startsWith('EXCHANGE')) {
    await connection.query('CREATE TABLE spare LIKE t');
    await connection.query('ALTER TABLE spare REMOVE PARTITIONING');
  }
  await connection.query(`SET foreign_key_checks = ${shape.foreignKeyChecks}`);
  return undefined;
}

interface Before {
  readonly create: string;
  readonly kin: readonly string[];
  readonly rowVersions: number;
  readonly trees: ReadonlySet<string>;
}

async function lookAt(connection: Connection, flavour: Flavour, shape: AlterShape): Promise<Before> {
  const create = await showCreate(connection, 't');
  const { feature } = shape.table;
  const kin = feature === 'parent' ? [await showCreate(connection, 'kid')] : [];
  const trees = await treesOf(connection, flavour);
  const rowVersions = Math.max(0, ...[...trees.values()].map(({ versions }) => versions));
  return { create, kin, rowVersions, trees: new Set(trees.keys()) };
}

export async function showCreate(connection: Connection, table: string): Promise<string> {
  const [rows] = await connection.query<RowDataPacket[]>(`SHOW CREATE TABLE ${table}`);
  return String(rows[0]?.['Create Table'] ?? '');
}

interface Tree {
  readonly name: string;
  readonly versions: number;
}

/** The trees that hold rows of the table, by id. A table of another engine, and a temporary one, has none to be seen. */
async function treesOf(connection: Connection, flavour: Flavour): Promise<ReadonlyMap<string, Tree>> {
  const [view, versions] = flavour === 'mysql' ? ['innodb_tables', 'total_row_versions'] : ['innodb_sys_tables', '0'];
  const [rows] = await connection.query<RowDataPacket[]>(
    `SELECT table_id id, name, ${versions} versions FROM information_schema.${view} WHERE name REGEXP CONCAT('^', DATABASE(), '/t(_new)?(#|$)')`,
  );
  return new Map(rows.map((row) => [String(row.id), { name: String(row.name), versions: Number(row.versions) }]));
}

/** Whether rows stand in a tree that was not there before: a truncated partition has a new one, but nothing in it. */
async function rewrote(
  connection: Connection,
  flavour: Flavour,
  before: ReadonlySet<string>,
): Promise<boolean | undefined> {
  const after = await treesOf(connection, flavour);
  if (after.size === 0 || before.size === 0) return undefined;
  for (const [id, { name }] of after) {
    if (before.has(id)) continue;
    const [, table = 't', partition] = /\/(t_new|t)(?:#p#(\w+))?/i.exec(name) ?? [];
    const of = partition === undefined ? table : `${table} PARTITION (${partition})`;
    const [rows] = await connection.query<RowDataPacket[]>(`SELECT COUNT(*) found FROM ${of}`);
    if (Number(rows[0]?.found) > 0) return true;
  }
  return false;
}
