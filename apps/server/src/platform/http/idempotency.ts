import { createHash } from 'node:crypto';
import { canonicalJson } from '@myriad/runbook';
import type { Clock } from '../clock/clock.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { isDuplicateKey } from '../database/is-duplicate-key.ts';
import { newId } from '../database/new-id.ts';
import type { Db } from '../database/schema.ts';
import type { ValueCodec } from '../secrets/value-codec.ts';
import { ProblemError } from './problem-error.ts';
import './tables.ts';

const keptMilliseconds = 24 * 3_600_000;
/** Names this life of the process: a row left running by another life will never be finished. */
const thisLife = newId();

export interface Claim {
  readonly id: string;
  /** The stored answer of the first request, when there is one. */
  readonly answer: unknown;
  readonly replayed: boolean;
}

interface Parts {
  readonly db: Db;
  readonly clock: Clock;
  readonly codec: ValueCodec;
}

/** Takes the key for this request, or finds the answer the first one got. Another body, or one still running, throws. */
export async function claimKey(
  { db, clock, codec }: Parts,
  request: { readonly actorId: string; readonly key: string; readonly target: string; readonly input: unknown },
): Promise<Claim> {
  const id = hash(`${request.actorId}\n${request.key}`);
  const inputHash = hash(`${request.target}\n${canonicalJson(request.input)}`);
  const now = clock.now();
  const found = await inTransaction(db, async (tx) => {
    await tx.deleteFrom('idempotency_key').where('id', '=', id).where('expires_at', '<=', now).execute();
    const row = await tx.selectFrom('idempotency_key').selectAll().where('id', '=', id).executeTakeFirst();
    if (row) return row;
    const fresh = { input_hash: inputHash, life: thisLife, answer: null, created_at: now };
    await tx
      .insertInto('idempotency_key')
      .values({ id, ...fresh, expires_at: now + keptMilliseconds })
      .execute();
    return undefined;
  }).catch((error: unknown) => {
    // Two at once on MySQL or MariaDB: the second insert meets the first's row.
    if (isDuplicateKey(error)) throw new ProblemError('IDEMPOTENCY_KEY_RUNNING');
    throw error;
  });
  if (!found) return { id, answer: undefined, replayed: false };
  if (found.input_hash !== inputHash) throw new ProblemError('IDEMPOTENCY_KEY_REUSED');
  if (found.answer === null) {
    throw new ProblemError(found.life === thisLife ? 'IDEMPOTENCY_KEY_RUNNING' : 'IDEMPOTENCY_OUTCOME_UNKNOWN');
  }
  const answer: unknown = JSON.parse(Buffer.from(codec.decode(Buffer.from(found.answer, 'base64'))).toString('utf8'));
  return { id, answer, replayed: true };
}

/** Keeps the answer, and forgets keys that are over. */
export async function keepAnswer({ db, clock, codec }: Parts, id: string, answer: unknown): Promise<void> {
  const sealed = Buffer.from(codec.encode(Buffer.from(JSON.stringify(answer), 'utf8'))).toString('base64');
  await inTransaction(db, async (tx) => {
    await tx.updateTable('idempotency_key').set({ answer: sealed }).where('id', '=', id).execute();
    await tx.deleteFrom('idempotency_key').where('expires_at', '<=', clock.now()).execute();
  });
}

/** A refused request took no effect: the key is free again. */
export async function freeKey({ db }: Pick<Parts, 'db'>, id: string): Promise<void> {
  await inTransaction(db, (tx) => tx.deleteFrom('idempotency_key').where('id', '=', id).execute());
}

/** A request that ended in a way nobody foresaw may have taken effect: the key stays taken, and a repeat is told so. */
export async function leaveKey({ db }: Pick<Parts, 'db'>, id: string): Promise<void> {
  await inTransaction(db, (tx) =>
    tx.updateTable('idempotency_key').set({ life: 'failed' }).where('id', '=', id).execute(),
  );
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
