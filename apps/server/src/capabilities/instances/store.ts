import type { Flavor } from '@myriad/mysql';
import type { Reader, Tx } from '../../platform/database/schema.ts';
import type { ServerPackage } from './server-package.ts';
import type { ServerPackageTable } from './tables.ts';

const toPackage = (row: ServerPackageTable): ServerPackage => ({
  id: row.id,
  flavor: row.flavor as Flavor,
  version: row.version,
  architecture: row.architecture,
  sha256: row.sha256,
  sizeBytes: Number(row.size_bytes),
  signature: row.signature as ServerPackage['signature'],
  source: row.source as ServerPackage['source'],
  file: row.file,
  plugins: JSON.parse(row.plugins),
  needsGlibc: row.needs_glibc,
  addedAt: Number(row.added_at),
});

/** Newest first. */
export const selectPackages = async (db: Reader): Promise<readonly ServerPackage[]> =>
  (await db.selectFrom('server_package').selectAll().orderBy('added_at', 'desc').orderBy('id').execute()).map(
    toPackage,
  );

export async function selectPackage(
  db: Reader,
  by: { id: string } | { sha256: string },
): Promise<ServerPackage | undefined> {
  const query = db.selectFrom('server_package').selectAll();
  const row = await ('id' in by
    ? query.where('id', '=', by.id)
    : query.where('sha256', '=', by.sha256)
  ).executeTakeFirst();
  return row && toPackage(row);
}

export async function insertPackage(tx: Tx, given: ServerPackage): Promise<void> {
  const { sizeBytes, plugins, needsGlibc, addedAt, ...same } = given;
  await tx
    .insertInto('server_package')
    .values({
      ...same,
      size_bytes: sizeBytes,
      plugins: JSON.stringify(plugins),
      needs_glibc: needsGlibc,
      added_at: addedAt,
    })
    .execute();
}

/** The archive was found at another place on the platform's machine. */
export async function movePackage(tx: Tx, id: string, file: string): Promise<void> {
  await tx.updateTable('server_package').set({ file }).where('id', '=', id).execute();
}
