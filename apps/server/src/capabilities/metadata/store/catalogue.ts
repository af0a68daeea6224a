import type { Reader, Tx } from '../../../platform/database/schema.ts';
import { upsert } from '../../../platform/database/upsert.ts';
import type { CatalogueRows } from '../catalogues/catalogue.ts';
import type { CatalogueKind } from '../records.ts';

type Rows = { readonly [Kind in CatalogueKind]: (db: Reader) => Promise<readonly CatalogueRows[Kind][]> };

export const selectCatalogue: Rows = {
  environment: async (db) =>
    (await db.selectFrom('environment').selectAll().orderBy('name').execute()).map((row) => ({
      ...row,
      production: Number(row.production) !== 0,
    })),
  zone: (db) => db.selectFrom('zone').selectAll().orderBy('name').execute(),
  specification: async (db) =>
    (await db.selectFrom('specification').selectAll().orderBy('name').execute()).map((row) => ({
      name: row.name,
      cpus: Number(row.cpus),
      memoryBytes: Number(row.memory_bytes),
      diskBytes: Number(row.disk_bytes),
      description: row.description,
    })),
};

type Write = { readonly [Kind in CatalogueKind]: (tx: Tx, row: CatalogueRows[Kind]) => Promise<void> };

export const writeCatalogueRow: Write = {
  environment: (tx, { name, production, description }) =>
    upsert(tx, 'environment', { name }, { production: production ? 1 : 0, description }),
  zone: (tx, { name, ...fields }) => upsert(tx, 'zone', { name }, fields),
  specification: (tx, { name, cpus, memoryBytes, diskBytes, description }) =>
    upsert(tx, 'specification', { name }, { cpus, memory_bytes: memoryBytes, disk_bytes: diskBytes, description }),
};

export const deleteCatalogueRow = async (tx: Tx, kind: CatalogueKind, name: string): Promise<void> => {
  await tx.deleteFrom(kind).where('name', '=', name).execute();
};

/** How many living clusters, or hosts, speak of each name. */
export async function countUses(db: Reader, kind: CatalogueKind): Promise<ReadonlyMap<string, number>> {
  const living = db.selectFrom('cluster').where('state', '<>', 'decommissioned');
  const rows = await (kind === 'zone'
    ? db
        .selectFrom('host')
        .select(({ fn }) => ['zone as name', fn.countAll<number>().as('n')])
        .groupBy('zone')
    : living.select(({ fn }) => [`${kind} as name`, fn.countAll<number>().as('n')]).groupBy(kind)
  ).execute();
  return new Map(rows.flatMap(({ name, n }) => (name === null ? [] : [[name, Number(n)] as const])));
}
