import type {
  DictionaryColumn,
  DictionaryOwner,
  DictionarySchema,
  DictionaryTable,
  SensitiveClass,
} from '@myriad/contract';
import type { Reader } from '../../../platform/database/schema.ts';
import { type ClusterNamed, selectClusters } from '../store/clusters.ts';
import { type KeptNote, selectNotes } from '../store/notes.ts';
import type { ColumnRow, SchemaRow, TableRow } from '../store/rows-of-batch.ts';
import { type KeptTag, selectClasses, selectTags } from '../store/tags.ts';

type From = DictionaryOwner['from'];

/** What people and the record say of things; the nearest owner counts. */
interface Said {
  readonly notes: ReadonlyMap<string, KeptNote>;
  readonly clusters: ReadonlyMap<string, ClusterNamed>;
}

async function readSaid(db: Reader, clusterIds: readonly string[], ids: readonly string[]): Promise<Said> {
  return { clusters: await selectClusters(db, clusterIds), notes: await selectNotes(db, ids) };
}

function ownerOf({ notes, clusters }: Said, clusterId: string, ids: readonly (readonly [From, string])[]) {
  for (const [from, id] of ids) {
    const name = notes.get(id)?.owner;
    if (name) return { owner: { name, from } };
  }
  const name = clusters.get(clusterId)?.owner;
  return name ? { owner: { name, from: 'application' as const } } : {};
}

interface Row {
  readonly id: string;
  readonly cluster_id: string;
  readonly seen_at: number;
  readonly gone_at: number | null;
}

function thing(said: Said, row: Row) {
  const note = said.notes.get(row.id)?.note;
  return {
    ...{ id: row.id, clusterId: row.cluster_id, cluster: said.clusters.get(row.cluster_id)?.name ?? row.cluster_id },
    ...(note ? { note } : {}),
    seenAt: Number(row.seen_at),
    ...(row.gone_at === null ? {} : { goneAt: Number(row.gone_at) }),
  };
}

const numberOrNull = (value: number | null): number | null => (value === null ? null : Number(value));

export async function viewSchemas(db: Reader, rows: readonly SchemaRow[]): Promise<readonly DictionarySchema[]> {
  const said = await readSaid(
    db,
    rows.map((row) => row.cluster_id),
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    ...thing(said, row),
    ...ownerOf(said, row.cluster_id, [['own', row.id]]),
    ...{ name: row.name, comment: '', characterSet: row.character_set, collation: row.collation },
    tables: numberOrNull(row.tables),
  }));
}

export async function viewTables(db: Reader, rows: readonly TableRow[]): Promise<readonly DictionaryTable[]> {
  const said = await readSaid(
    db,
    rows.map((row) => row.cluster_id),
    rows.flatMap((row) => [row.id, row.schema_id]),
  );
  const classes = await selectClasses(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => viewTable(said, row, classes.get(row.id) ?? []));
}

const viewTable = (said: Said, row: TableRow, classes: readonly SensitiveClass[]): DictionaryTable => ({
  ...thing(said, row),
  ...ownerOf(said, row.cluster_id, [
    ['own', row.id],
    ['schema', row.schema_id],
  ]),
  ...{ schema: row.schema_name, name: row.name, comment: row.comment, engine: row.engine },
  kind: row.kind as DictionaryTable['kind'],
  rows: numberOrNull(row.row_estimate),
  dataBytes: numberOrNull(row.data_bytes),
  indexBytes: numberOrNull(row.index_bytes),
  classes: [...classes],
});

export async function viewColumns(db: Reader, rows: readonly ColumnRow[]): Promise<readonly DictionaryColumn[]> {
  const said = await readSaid(
    db,
    rows.map((row) => row.cluster_id),
    rows.flatMap((row) => [row.id, row.table_id, row.schema_id]),
  );
  const tags = await selectTags(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    ...thing(said, row),
    ...ownerOf(said, row.cluster_id, [
      ['own', row.id],
      ['table', row.table_id],
      ['schema', row.schema_id],
    ]),
    ...{ tableId: row.table_id, schema: row.schema_name, table: row.table_name, name: row.name },
    ...{ position: Number(row.position), type: row.type, extra: row.extra, comment: row.comment },
    nullable: Number(row.nullable) === 1,
    tags: (tags.get(row.id) ?? []).map(viewTag),
  }));
}

export const viewTag = ({ columnId: _, ...tag }: KeptTag) => tag;
