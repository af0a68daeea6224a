import { CheckVerdict } from '@myriad/contract';
import { z } from 'zod';
import { newId } from '../../platform/database/new-id.ts';
import type { Reader, Tx } from '../../platform/database/schema.ts';
import type { Source } from '../metadata/index.ts';
import './tables.ts';

const Verdicts = z.array(CheckVerdict);

export interface HostCheck {
  readonly hostId: string;
  readonly at: number;
  readonly passed: boolean;
  readonly verdicts: readonly CheckVerdict[];
}

export async function insertCheck(tx: Tx, check: HostCheck, source: Source): Promise<void> {
  await tx
    .insertInto('host_check')
    .values({
      id: newId(),
      host_id: check.hostId,
      at: check.at,
      passed: check.passed ? 1 : 0,
      verdicts: JSON.stringify(check.verdicts),
      source_kind: source.kind,
      source_id: source.id,
    })
    .execute();
}

/** The latest check of each of these hosts; at most a thousand at once. */
export async function selectLatestChecks(
  db: Reader,
  hostIds: readonly string[],
): Promise<ReadonlyMap<string, HostCheck>> {
  if (hostIds.length === 0) return new Map();
  const latest = db
    .selectFrom('host_check')
    .select(({ fn }) => fn.max('id').as('id'))
    .where('host_id', 'in', [...hostIds])
    .groupBy('host_id');
  const ids = (await latest.execute()).map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('host_check').selectAll().where('id', 'in', ids).execute();
  return new Map(
    rows.map((row) => [
      row.host_id,
      {
        hostId: row.host_id,
        at: Number(row.at),
        passed: row.passed === 1,
        verdicts: Verdicts.parse(JSON.parse(row.verdicts)),
      },
    ]),
  );
}

export async function deleteHostRows(tx: Tx, hostId: string): Promise<void> {
  await tx.deleteFrom('host_check').where('host_id', '=', hostId).execute();
  await tx.deleteFrom('host_reservation').where('host_id', '=', hostId).execute();
}

/** The task that holds the host. */
export async function findReservation(db: Reader, hostId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('host_reservation')
    .select('task_id')
    .where('host_id', '=', hostId)
    .executeTakeFirst();
  return row?.task_id;
}

export async function insertReservation(tx: Tx, hostId: string, taskId: string, at: number): Promise<void> {
  await tx.insertInto('host_reservation').values({ host_id: hostId, task_id: taskId, at }).execute();
}

export async function deleteReservation(tx: Tx, hostId: string): Promise<void> {
  await tx.deleteFrom('host_reservation').where('host_id', '=', hostId).execute();
}
