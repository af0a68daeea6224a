import { boundedText } from '../observe/bounded-text.ts';
import { ask, type PortraitLook, readPart, refused, upTo } from '../observe/look.ts';
import { beginLook, type PortraitOptions } from '../observe/read-portrait.ts';
import { isOn, numberOf, type SqlRow, type SqlRunner } from '../sql-runner.ts';
import type { Version } from '../version.ts';
import {
  listedSessions,
  measuredSessions,
  mostSessions,
  mostTransactions,
  openTransactions,
  ownSession,
} from './activity-statements.ts';
import type { LiveSession, LiveTransaction, ServerActivity } from './live.ts';
import { metadataLockInstrument, metadataLocks, mostMetadataLocks } from './lock-statements.ts';
import type { MetadataLock } from './metadata-conflict.ts';
import { metadataWaits } from './metadata-waits.ts';
import { readRowWaits, sessionNumber } from './read-row-waits.ts';

const statementOf = (value: unknown): string => boundedText(value, 1000);

const sessionOf = (row: SqlRow): LiveSession => ({
  id: numberOf(row.id) ?? 0,
  user: boundedText(row.user, 128),
  host: boundedText(row.host, 255),
  database: boundedText(row.db, 64),
  command: boundedText(row.command, 64),
  seconds: numberOf(row.seconds),
  state: boundedText(row.state, 128),
  statement: statementOf(row.statement),
});

const transactionOf = (row: SqlRow): LiveTransaction => ({
  id: boundedText(row.id, 32),
  session: sessionNumber(row.session),
  state: boundedText(row.state, 32),
  seconds: numberOf(row.seconds),
  waitSeconds: numberOf(row.wait_seconds),
  isolation: boundedText(row.isolation, 32),
  tablesLocked: numberOf(row.tables_locked),
  rowsLocked: numberOf(row.rows_locked),
  rowsModified: numberOf(row.rows_modified),
  statement: statementOf(row.statement),
});

const metadataLockOf = (row: SqlRow): MetadataLock => ({
  kind: boundedText(row.kind, 32),
  schema: boundedText(row.schema, 64),
  table: boundedText(row.table, 64),
  mode: boundedText(row.mode, 32),
  status: /^pending$/i.test(boundedText(row.status, 16)) ? 'pending' : 'granted',
  session: numberOf(row.session) ?? 0,
  seconds: numberOf(row.seconds),
});

/** Sessions, transactions and who waits for whom: five or six short statements. Each part may be refused alone. */
export async function readActivity(
  sql: SqlRunner,
  version: Version,
  options: PortraitOptions = {},
): Promise<ServerActivity> {
  const look = beginLook(sql, version, { withinSeconds: 10, limits: { mostBytes: 4 * 1024 * 1024 }, ...options });
  const [first] = await ask(look, ownSession);
  const isMeasured = isOn(first?.measured);
  const sessions = await readPart(look, async () =>
    upTo(await readSessions(look, isMeasured), mostSessions, sessionOf),
  );
  const transactions = await readPart(look, async () =>
    upTo(await ask(look, openTransactions), mostTransactions, transactionOf),
  );
  const needsMeasuring = 'performance_schema is off on this server';
  const isBlind = version.flavor === 'mysql' && version.major >= 8 && !isMeasured;
  return {
    own: numberOf(first?.own),
    sessions,
    transactions,
    rowLocks: isBlind
      ? refused(needsMeasuring)
      : await readPart(look, () => readRowWaits(look, transactions.ok ? transactions.value : [])),
    metadataLocks: isMeasured ? await readPart(look, () => readMetadataWaits(look)) : refused(needsMeasuring),
  };
}

function readSessions(look: PortraitLook, isMeasured: boolean): Promise<readonly SqlRow[]> {
  const isCheap = isMeasured && measuredSessions.text(look.version, undefined) !== undefined;
  return ask(look, isCheap ? measuredSessions : listedSessions);
}

async function readMetadataWaits(look: PortraitLook) {
  if (metadataLocks.text(look.version, undefined) === undefined)
    throw new Error('this version does not tell who holds metadata locks');
  const [instrument] = await ask(look, metadataLockInstrument);
  if (!isOn(instrument?.enabled))
    throw new Error('the instrument wait/lock/metadata/sql/mdl is off: the server keeps no list of metadata locks');
  const locks = upTo(await ask(look, metadataLocks), mostMetadataLocks, metadataLockOf);
  return { ...locks, value: metadataWaits(locks.value) };
}
