/** A table as the links between rows need it. */
export interface LinkedTable {
  readonly name: string;
  readonly key: readonly string[];
  readonly columns: readonly { readonly name: string }[];
}

export interface RowLink {
  readonly table: string;
  readonly where: string;
}

/** Columns that are not called after the table they lead to. */
const named: Readonly<Record<string, string>> = {
  package_id: 'server_package',
  field_id: 'custom_field',
  intake_id: 'ticket_intake',
  parent_id: 'task',
  opened_by_id: 'user',
  approver_id: 'user',
  actor_id: 'user',
  freeze_id: 'change_freeze',
};
/** Tables whose rows are known by a name, and the columns that hold one. */
const byName = new Set(['environment', 'zone', 'specification']);

const text = (value: unknown): string => JSON.stringify(String(value));

/** The row a value of a column leads to; undefined: it is no reference. Told by the names of columns, as the store has them. */
export function linkFrom(
  table: LinkedTable,
  column: string,
  row: Readonly<Record<string, unknown>>,
  tables: readonly LinkedTable[],
): RowLink | undefined {
  const value = row[column];
  if (value === null || value === undefined || value === '') return undefined;
  const has = (name: string) => tables.some((each) => each.name === name);
  if (column === 'entity_id' && typeof row.entity === 'string' && has(row.entity))
    return { table: row.entity, where: `id = ${text(value)}` };
  if (byName.has(column) && has(column) && table.name !== column)
    return { table: column, where: `name = ${text(value)}` };
  const to = named[column] ?? /^(.+)_id$/.exec(column)?.[1];
  return to !== undefined && to !== table.name && has(to) ? { table: to, where: `id = ${text(value)}` } : undefined;
}

/** Tables with rows that may speak of this one. */
export function linksTo(
  table: LinkedTable,
  row: Readonly<Record<string, unknown>>,
  tables: readonly LinkedTable[],
): readonly RowLink[] {
  if (byName.has(table.name))
    return tables
      .filter(({ name, columns }) => name !== table.name && columns.some((column) => column.name === table.name))
      .map(({ name }) => ({ table: name, where: `${table.name} = ${text(row.name)}` }));
  if (table.key.length !== 1 || table.key[0] !== 'id') return [];
  const id = text(row.id);
  return tables.flatMap(({ name, columns }) => {
    if (name === table.name) return [];
    const names = columns.map((column) => column.name);
    const direct = names.find(
      (column) => (named[column] ?? column.replace(/_id$/, '')) === table.name && column.endsWith('_id'),
    );
    if (direct) return [{ table: name, where: `${direct} = ${id}` }];
    const isAbout = names.includes('entity') && names.includes('entity_id');
    const isThing = ['host', 'instance', 'cluster', 'application'].includes(table.name);
    return isAbout && isThing ? [{ table: name, where: `entity = "${table.name}" and entity_id = ${id}` }] : [];
  });
}

const pages: Readonly<Record<string, string>> = {
  host: '/hosts/',
  instance: '/instances/',
  cluster: '/clusters/',
  application: '/applications/',
  ticket: '/tickets/',
  task: '/tasks/',
  finding: '/findings/',
};

/** The page of what a row is about, where it has one. */
export const pageOfRow = (table: string, row: Readonly<Record<string, unknown>>): string | undefined =>
  pages[table] && typeof row.id === 'string' ? pages[table] + row.id : undefined;
