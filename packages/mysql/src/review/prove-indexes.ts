import { send } from '../catalogue/statement.ts';
import { numberOf, type SqlRunner, textOf } from '../sql-runner.ts';
import { isAtLeast, type Version } from '../version.ts';
import { guardProof } from './proof-guard.ts';
import {
  analyzeProof,
  analyzeProofTable,
  createProofIndex,
  dropProofIndex,
  explainProof,
  leftProofIndexes,
  type ProofIndex,
  readCounters,
  runProof,
  useProofSchema,
} from './proof-statements.ts';

/** Indexes to try together, and what is run without and with them. */
export interface AskedProof {
  readonly schema: string;
  /** `parts` as in DDL, quoted. */
  readonly indexes: readonly { readonly table: string; readonly parts: readonly string[] }[];
  /** Queries only. */
  readonly statements: readonly string[];
}

/** Of one run: rows by the server's own counters. */
export interface ProofRun {
  readonly rows: number;
  readonly milliseconds: number;
}

export interface ProvenStatement {
  readonly sql: string;
  readonly before: ProofRun | undefined;
  readonly after: ProofRun | undefined;
  /** Places in `indexes` that the server chose for it. */
  readonly uses: readonly number[];
  /** What the server said instead. */
  readonly refused: string | undefined;
}

export interface IndexProof {
  readonly statements: readonly ProvenStatement[];
  /** Indexes that an earlier proof left and this one dropped. */
  readonly swept: readonly string[];
  /** Why an index could not be made, by its place. */
  readonly notMade: ReadonlyMap<number, string>;
}

/**
 * Runs each statement, makes the indexes, runs each again, and drops the indexes, also where something fails on the way. What a
 * killed run left is dropped first. @throws ProofRefused before anything is changed; what the server says where it cannot be asked
 */
export async function proveIndexes(sql: SqlRunner, version: Version, asked: AskedProof): Promise<IndexProof> {
  const { schema, indexes, statements } = asked;
  await guardProof(sql, version, schema);
  await send(sql, version, useProofSchema, { input: { schema } });
  const swept = await sweep(sql, version, schema);
  const tables = [...new Set(indexes.map(({ table }) => table))];
  const refresh = async () => {
    for (const table of tables) await send(sql, version, analyzeProofTable, { input: { schema, table } });
  };
  await refresh();
  const before = [];
  for (const statement of statements) before.push(await orRefused(() => runOnce(sql, version, statement)));
  const notMade = new Map<number, string>();
  try {
    for (const [place, { table, parts }] of indexes.entries()) {
      const made = await orRefused(() =>
        send(sql, version, createProofIndex, { input: { schema, table, index: nameOf(place), parts } }),
      );
      if (made.refused !== undefined) notMade.set(place, made.refused);
    }
    await refresh();
    const proven: ProvenStatement[] = [];
    for (const [place, statement] of statements.entries()) {
      const after = await orRefused(() => runOnce(sql, version, statement));
      const keys = await orRefused(() => keysOf(sql, version, statement));
      proven.push({
        sql: statement,
        before: before[place]?.answer,
        after: after.answer,
        uses: indexes.flatMap((_, at) => (keys.answer?.has(nameOf(at)) ? [at] : [])),
        refused: before[place]?.refused ?? after.refused,
      });
    }
    return { statements: proven, swept, notMade };
  } finally {
    await sweep(sql, version, schema);
  }
}

const nameOf = (place: number): string => `myriad_proof_${place + 1}`;

/** Drops every index of a proof that is there; gives what they were. */
async function sweep(sql: SqlRunner, version: Version, schema: string): Promise<readonly string[]> {
  const left = await send(sql, version, leftProofIndexes, { values: [schema] });
  const found = left.map(
    (row): ProofIndex => ({ schema, table: textOf(row.table_name), index: textOf(row.index_name) }),
  );
  for (const input of found) await send(sql, version, dropProofIndex, { input });
  return found.map(({ table, index }) => `${table}.${index}`);
}

async function runOnce(sql: SqlRunner, version: Version, statement: string): Promise<ProofRun> {
  // The first run fills the caches for both alike, the second is measured.
  const run = () =>
    send(sql, version, version.flavor === 'mariadb' ? analyzeProof : runProof, { input: { sql: statement } });
  if (version.flavor === 'mysql' && !isAtLeast(version, 8, 0, 18))
    throw new Error('EXPLAIN ANALYZE needs MySQL 8.0.18');
  await run();
  const idle = -(await countRows(sql, version)) + (await countRows(sql, version));
  const [start, startRows] = [performance.now(), await countRows(sql, version)];
  await run();
  const milliseconds = performance.now() - start;
  const rows = (await countRows(sql, version)) - startRows - idle;
  return { rows: Math.max(0, rows), milliseconds: Math.round(milliseconds * 10) / 10 };
}

/** Reading the counters is counted too: what that costs is subtracted. */
async function countRows(sql: SqlRunner, version: Version): Promise<number> {
  const rows = await send(sql, version, readCounters);
  return rows.reduce((sum, row) => sum + (numberOf(row.Value) ?? 0), 0);
}

async function keysOf(sql: SqlRunner, version: Version, statement: string): Promise<ReadonlySet<string>> {
  const rows = await send(sql, version, explainProof, { input: { sql: statement } });
  // An index merge names several: union(a,b).
  return new Set(rows.flatMap((row) => textOf(row.key).split(/[^\w]+/)));
}

interface Tried<Answer> {
  readonly answer?: Answer;
  readonly refused?: string;
}

async function orRefused<Answer>(work: () => Promise<Answer>): Promise<Tried<Answer>> {
  try {
    return { answer: await work() };
  } catch (error) {
    if (isLost(error)) throw error;
    return { refused: error instanceof Error ? error.message : String(error) };
  }
}

/** The connection is gone: nothing else can be asked either. */
const isLost = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  ['PATH_LOST', 'SESSION_CLOSED', 'HOP_UNREACHABLE', 'PROTOCOL_CONNECTION_LOST'].includes(String(error.code));
