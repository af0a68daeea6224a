import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/schema.ts';
import { upsert } from '../../../platform/database/upsert.ts';
import type { Amounts, Limits, Use } from '../catalogues/quota.ts';

export interface QuotaOf {
  readonly applicationId: string;
  readonly environment: string;
}

export async function selectQuotas(
  db: Reader,
  filter: Partial<QuotaOf> = {},
): Promise<readonly (QuotaOf & { readonly allowed: Limits })[]> {
  let query = db.selectFrom('quota').selectAll();
  if (filter.applicationId) query = query.where('application_id', '=', filter.applicationId);
  if (filter.environment) query = query.where('environment', '=', filter.environment);
  const limit = (value: number | null) => (value === null ? null : Number(value));
  return (await query.execute()).map((row) => ({
    applicationId: row.application_id,
    environment: row.environment,
    allowed: {
      instances: limit(row.instances),
      memoryBytes: limit(row.memory_bytes),
      diskBytes: limit(row.disk_bytes),
    },
  }));
}

/** What the living instances of each application use in each environment, by the specification of their cluster. */
export async function selectUse(
  db: Reader,
  filter: Partial<QuotaOf> = {},
): Promise<readonly (QuotaOf & { readonly used: Use })[]> {
  let query = db
    .selectFrom('instance as i')
    .innerJoin('cluster as c', 'c.id', 'i.cluster_id')
    .leftJoin('specification as s', 's.name', 'c.specification')
    .where('i.state', '<>', 'decommissioned')
    .where('c.application_id', 'is not', null)
    .groupBy(['c.application_id', 'c.environment'])
    .select(({ fn }) => [
      'c.application_id as application_id',
      'c.environment as environment',
      fn.countAll<number>().as('instances'),
      fn.sum<number>('s.memory_bytes').as('memory'),
      fn.sum<number>('s.disk_bytes').as('disk'),
      sql<number>`sum(case when s.name is null then 1 else 0 end)`.as('unsized'),
    ]);
  if (filter.applicationId) query = query.where('c.application_id', '=', filter.applicationId);
  if (filter.environment) query = query.where('c.environment', '=', filter.environment);
  return (await query.execute()).map((row) => ({
    applicationId: row.application_id ?? '',
    environment: row.environment,
    used: {
      instances: Number(row.instances),
      memoryBytes: Number(row.memory ?? 0),
      diskBytes: Number(row.disk ?? 0),
      withoutSpecification: Number(row.unsized),
    },
  }));
}

export async function writeQuota(tx: Tx, { applicationId, environment }: QuotaOf, allowed: Limits): Promise<void> {
  const columns: { readonly [Name in keyof Amounts]: string } = {
    instances: 'instances',
    memoryBytes: 'memory_bytes',
    diskBytes: 'disk_bytes',
  };
  const values = Object.fromEntries(
    (Object.keys(columns) as (keyof Amounts)[]).map((name) => [columns[name], allowed[name]]),
  );
  await upsert(tx, 'quota', { application_id: applicationId, environment }, values);
}

export async function deleteQuota(tx: Tx, { applicationId, environment }: QuotaOf): Promise<void> {
  await tx
    .deleteFrom('quota')
    .where('application_id', '=', applicationId)
    .where('environment', '=', environment)
    .execute();
}

export const deleteQuotasOf = async (tx: Tx, applicationId: string): Promise<void> => {
  await tx.deleteFrom('quota').where('application_id', '=', applicationId).execute();
};
