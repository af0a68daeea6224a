import { type ColumnDataType, type CreateTableBuilder, type Kysely, type RawBuilder, sql } from 'kysely';

type ColumnType = ColumnDataType | RawBuilder<unknown>;

export type StoreKind = 'sqlite' | 'mysql' | 'mariadb';

/** Portable column types: one set of migrations for all three stores. */
export interface Columns {
  readonly kind: StoreKind;
  /** `create table if not exists`, on MySQL and MariaDB as InnoDB, utf8mb4, utf8mb4_bin. */
  table(name: string): CreateTableBuilder<string, never>;
  /** Text up to n characters, can be a key; n ≤ 190 for a key. */
  str(n: number): ColumnType;
  /** Long text or JSON kept as text. */
  text(): ColumnType;
  /** Whole numbers below 2^53, epoch ms, sizes. */
  int(): ColumnType;
  /** 0 or 1. */
  bool(): ColumnType;
}

/** One DDL statement each (no store rolls DDL back), written so that running it twice is harmless. */
export interface Migration {
  /** `YYYY-MM-DD-<slice>-NN-what`; run in alphabetical order over all slices, never renamed. */
  readonly id: string;
  up(db: Kysely<unknown>, columns: Columns): Promise<void>;
}

export function columnsFor(db: Kysely<unknown>, kind: StoreKind): Columns {
  const sqlite = kind === 'sqlite';
  return {
    kind,
    table: (name) => {
      const builder = db.schema.createTable(name).ifNotExists() as CreateTableBuilder<string, never>;
      return sqlite ? builder : builder.modifyEnd(sql`engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin`);
    },
    str: (n) => (sqlite ? 'text' : `varchar(${n})`),
    text: () => (sqlite ? 'text' : sql`longtext`),
    int: () => (sqlite ? 'integer' : 'bigint'),
    bool: () => (sqlite ? 'integer' : sql`tinyint`),
  };
}

/** `create index if not exists` for stores that have no such statement: looks in the catalogue first. */
export async function createIndex(
  db: Kysely<unknown>,
  columns: Columns,
  name: string,
  table: string,
  on: readonly (string | RawBuilder<unknown>)[],
) {
  const parts = sql.join(on.map((part) => (typeof part === 'string' ? sql.ref(part) : part)));
  if (columns.kind !== 'sqlite') {
    const found = await sql<{ n: number }>`select count(*) as n from information_schema.statistics
      where table_schema = database() and table_name = ${table} and index_name = ${name}`.execute(db);
    if (Number(found.rows[0]?.n) > 0) return;
    await sql`create index ${sql.id(name)} on ${sql.table(table)} (${parts})`.execute(db);
    return;
  }
  await sql`create index if not exists ${sql.id(name)} on ${sql.table(table)} (${parts})`.execute(db);
}

/** `alter table add column if not exists` for stores that have no such statement: looks in the catalogue first. */
export async function addColumn(db: Kysely<unknown>, table: string, column: string, type: ColumnType): Promise<void> {
  const tables = await db.introspection.getTables();
  const found = tables.find(({ name }) => name === table)?.columns.some(({ name }) => name === column);
  if (!found) await db.schema.alterTable(table).addColumn(column, type).execute();
}
