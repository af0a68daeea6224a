import { type Dialect, walk } from '@myriad/sql';
import { columnNamed, type ForeignKeyModel, type IndexModel, isSame, type TableModel } from '../schema/table.ts';
import type { Change, ChangeKind } from './change.ts';
import { isSameExpression } from './column-changes.ts';

/** How the names of before are called afterwards. */
export interface Renames {
  /** Of a column, by its name before in lower case. */
  readonly columns: ReadonlyMap<string, string>;
  readonly indexes: ReadonlyMap<string, string>;
}

/** What differs in the keys of a table. */
export function changesOfIndexes(
  before: TableModel,
  after: TableModel,
  renames: Renames,
  dialect: Dialect,
): readonly Change[] {
  const left = [...before.indexes];
  const changes: Change[] = [];
  for (const fresh of after.indexes) {
    const at = left.findIndex((old) => isSame(renames.indexes.get(old.name.toLowerCase()) ?? old.name, fresh.name));
    const old = left[at];
    const isSameKey = old !== undefined && isSameIndex(old, fresh, renames, dialect);
    if (old) left.splice(at, 1);
    if (!old) changes.push({ kind: addKindOf(fresh, before, after), what: fresh.name });
    else if (isSameKey) changes.push(...smallChanges(old, fresh));
    else if (fresh.type === 'PRIMARY KEY') changes.push({ kind: 'change-primary-key', what: fresh.name });
    else changes.push(dropOf(old), { kind: addKindOf(fresh, before, after), what: fresh.name });
  }
  return [...changes, ...left.map((old) => dropOf(old))];
}

const dropKinds: Partial<Record<IndexModel['type'], ChangeKind>> = {
  'PRIMARY KEY': 'drop-primary-key',
  FULLTEXT: 'drop-fulltext',
  SPATIAL: 'drop-spatial',
};

const dropOf = (index: IndexModel): Change => ({
  kind: index.parts.some(({ expression }) => expression)
    ? 'drop-functional-index'
    : (dropKinds[index.type] ?? 'drop-index'),
  what: index.name,
});

const addKinds: Partial<Record<IndexModel['type'], ChangeKind>> = {
  'PRIMARY KEY': 'add-primary-key',
  FULLTEXT: 'add-fulltext',
  SPATIAL: 'add-spatial',
  VECTOR: 'add-vector',
};

function addKindOf(index: IndexModel, before: TableModel, after: TableModel): ChangeKind {
  const known = addKinds[index.type];
  if (known) return known;
  if (index.parts.some(({ expression }) => expression)) return 'add-functional-index';
  const isOnNewVirtual = index.parts.some(
    ({ column }) => column && columnNamed(after, column)?.generated === 'VIRTUAL' && !columnNamed(before, column),
  );
  return isOnNewVirtual ? 'add-virtual-index' : 'add-index';
}

function smallChanges(old: IndexModel, fresh: IndexModel): readonly Change[] {
  const kinds: ChangeKind[] = [];
  if (old.name !== fresh.name) kinds.push('rename-index');
  if ((old.comment ?? '') !== (fresh.comment ?? '')) kinds.push('index-comment');
  if (old.isVisible !== fresh.isVisible) kinds.push('index-visibility');
  return kinds.map((kind) => ({ kind, what: fresh.name }));
}

export function isSameIndex(a: IndexModel, b: IndexModel, { columns }: Renames, dialect: Dialect): boolean {
  if (a.type !== b.type || a.parts.length !== b.parts.length || (a.parser ?? '') !== (b.parser ?? '')) return false;
  return a.parts.every((part, at) => {
    const other = b.parts[at];
    const column = part.column && (columns.get(part.column.toLowerCase()) ?? part.column);
    return (
      other !== undefined &&
      isSame(column, other.column) &&
      part.length === other.length &&
      part.isDescending === other.isDescending &&
      isSameExpression(part.expression, other.expression, dialect)
    );
  });
}

/** Keys to other tables. A new one without an index for it brings one along. */
export function changesOfForeignKeys(before: TableModel, after: TableModel, { columns }: Renames): readonly Change[] {
  const renamed = (key: ForeignKeyModel) =>
    key.columns.map((name) => (columns.get(name.toLowerCase()) ?? name).toLowerCase());
  const isOne = (a: ForeignKeyModel, b: ForeignKeyModel) =>
    isSame(a.name, b.name) && renamed(a).join() === b.columns.join().toLowerCase() && isSame(a.table, b.table);
  const added = after.foreignKeys.filter((key) => !before.foreignKeys.some((old) => isOne(old, key)));
  const dropped = before.foreignKeys.filter((key) => !after.foreignKeys.some((fresh) => isOne(key, fresh)));
  const bare = added.filter((key) => !after.indexes.some((index) => covers(index, key)));
  return [
    ...added.map(({ name }) => ({ kind: 'add-foreign-key' as const, what: name ?? '' })),
    ...bare.map(({ name }) => ({ kind: 'add-index' as const, what: name ?? '' })),
    ...dropped.map(({ name }) => ({ kind: 'drop-foreign-key' as const, what: name ?? '' })),
  ];
}

const covers = ({ type, parts }: IndexModel, { columns }: ForeignKeyModel): boolean =>
  type !== 'FULLTEXT' &&
  type !== 'SPATIAL' &&
  columns.every((name, at) => isSame(parts[at]?.column, name) && parts[at]?.length === undefined);

/** Names of the columns an expression reads, in lower case. */
export function columnsOfExpression(expression: Parameters<typeof walk>[0] | undefined): ReadonlySet<string> {
  const found = new Set<string>();
  if (expression)
    walk(expression, (node) => {
      if (node.kind === 'column' && 'name' in node) found.add((node.name as { name: string }).name.toLowerCase());
      return undefined;
    });
  return found;
}
