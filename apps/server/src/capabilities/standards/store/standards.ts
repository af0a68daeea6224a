import '../tables.ts';
import type { StandardRule, StandardScope } from '@myriad/contract';
import { newId } from '../../../platform/database/new-id.ts';
import type { Reader, Tx } from '../../../platform/database/schema.ts';
import { upsert } from '../../../platform/database/upsert.ts';
import type { StandardVersionTable } from '../tables.ts';

export interface StandardRecord {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
}

export interface VersionRecord {
  readonly standardId: string;
  readonly version: number;
  readonly note: string;
  readonly publishedAt: number;
  readonly publishedBy: string | null;
  readonly shippedRevision: number | null;
  readonly rules: number;
}

export interface UseRecord {
  readonly scope: StandardScope;
  readonly standardId: string;
  /** null: always the newest. */
  readonly version: number | null;
  readonly by: string;
  readonly at: number;
}

export async function listStandardRecords(db: Reader): Promise<readonly StandardRecord[]> {
  const rows = await db.selectFrom('standard').selectAll().orderBy('created_at').orderBy('id').execute();
  return rows.map(({ id, name, created_at }) => ({ id, name, createdAt: Number(created_at) }));
}

export const findStandard = async (db: Reader, by: { id: string } | { name: string }) => {
  const query = db.selectFrom('standard').selectAll();
  const row = await ('id' in by ? query.where('id', '=', by.id) : query.where('name', '=', by.name)).executeTakeFirst();
  return row && { id: row.id, name: row.name, createdAt: Number(row.created_at) };
};

export async function insertStandard(tx: Tx, name: string, at: number): Promise<string> {
  const id = newId();
  await tx.insertInto('standard').values({ id, name, created_at: at }).execute();
  return id;
}

const summary = [
  'standard_id',
  'version',
  'note',
  'published_at',
  'published_by',
  'shipped_revision',
  'rule_count',
] as const;
const toVersion = (row: Pick<StandardVersionTable, (typeof summary)[number]>): VersionRecord => ({
  standardId: row.standard_id,
  version: Number(row.version),
  note: row.note,
  publishedAt: Number(row.published_at),
  publishedBy: row.published_by,
  shippedRevision: row.shipped_revision === null ? null : Number(row.shipped_revision),
  rules: Number(row.rule_count),
});

/** Newest first; without their rules. */
export async function listVersions(db: Reader, standardId?: string): Promise<readonly VersionRecord[]> {
  let query = db.selectFrom('standard_version').select(summary);
  if (standardId !== undefined) query = query.where('standard_id', '=', standardId);
  return (await query.orderBy('standard_id').orderBy('version', 'desc').execute()).map(toVersion);
}

/** `version` absent: the newest. */
export async function findVersion(
  db: Reader,
  standardId: string,
  version?: number,
): Promise<(VersionRecord & { readonly list: readonly StandardRule[] }) | undefined> {
  let query = db.selectFrom('standard_version').selectAll().where('standard_id', '=', standardId);
  if (version !== undefined) query = query.where('version', '=', version);
  const row = await query.orderBy('version', 'desc').limit(1).executeTakeFirst();
  return row && { ...toVersion(row), list: JSON.parse(row.rules) };
}

export async function insertVersion(
  tx: Tx,
  made: Pick<VersionRecord, 'standardId' | 'version' | 'note' | 'publishedBy' | 'shippedRevision'>,
  rules: readonly StandardRule[],
  at: number,
): Promise<void> {
  await tx
    .insertInto('standard_version')
    .values({
      standard_id: made.standardId,
      version: made.version,
      rules: JSON.stringify(rules),
      rule_count: rules.length,
      note: made.note,
      published_at: at,
      published_by: made.publishedBy,
      shipped_revision: made.shippedRevision,
    })
    .execute();
}

const idOf = (scope: StandardScope): string => ('id' in scope ? scope.id : '');

export async function listUses(db: Reader): Promise<readonly UseRecord[]> {
  const rows = await db.selectFrom('standard_use').selectAll().orderBy('scope_kind').orderBy('scope_id').execute();
  return rows.map((row) => ({
    scope: (row.scope_kind === 'all' ? { kind: 'all' } : { kind: row.scope_kind, id: row.scope_id }) as StandardScope,
    standardId: row.standard_id,
    version: row.version === null ? null : Number(row.version),
    by: row.by_name,
    at: Number(row.at),
  }));
}

export const putUse = (tx: Tx, { scope, standardId, version, by, at }: UseRecord): Promise<void> =>
  upsert(
    tx,
    'standard_use',
    { scope_kind: scope.kind, scope_id: idOf(scope) },
    { standard_id: standardId, version, by_name: by, at },
  );

export async function deleteUse(tx: Tx, scope: StandardScope): Promise<void> {
  await tx
    .deleteFrom('standard_use')
    .where('scope_kind', '=', scope.kind)
    .where('scope_id', '=', idOf(scope))
    .execute();
}
