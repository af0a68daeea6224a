import type { AlterTable, CreateTable, Dialect } from '@myriad/sql';
import { printNode } from '@myriad/sql';
import { columnsOfExpression, isSameIndex } from '../predict/index-changes.ts';
import { addsCheck, type Difference, renamesOf } from '../predict/list-changes.ts';
import { nameOfIndex } from '../schema/read-table.ts';
import { type ForeignKeyModel, type IndexModel, isSame, type TableModel } from '../schema/table.ts';
import { quoteName } from './undo.ts';

interface Given {
  readonly create: CreateTable;
  readonly alter: AlterTable;
  readonly difference: Difference;
  readonly dialect: Dialect;
}

/** Indexes, keys to other tables and checks as they were. */
export function undoKeys(given: Given): readonly string[] {
  return [...undoForeignKeys(given), ...undoIndexes(given), ...undoChecks(given)];
}

const dropIndex = ({ type, name }: IndexModel): string =>
  type === 'PRIMARY KEY' ? 'DROP PRIMARY KEY' : `DROP INDEX ${quoteName(name)}`;

function undoIndexes({ create, alter, difference: { before, after }, dialect }: Given): readonly string[] {
  const renames = renamesOf(alter);
  const said = new Map<string, string>();
  for (const element of create.elements)
    if (element.kind === 'index-definition')
      said.set(nameOfIndex(element, []).toLowerCase(), printNode(element, dialect));
  const actions: string[] = [];
  const left = [...after.indexes];
  for (const old of before.indexes) {
    const text = said.get(old.name.toLowerCase());
    const name = renames.indexes.get(old.name.toLowerCase()) ?? old.name;
    const at = left.findIndex((one) => isSame(one.name, name));
    const fresh = left[at];
    if (fresh) left.splice(at, 1);
    if (text === undefined) continue;
    if (fresh === undefined) actions.push(`ADD ${text}`);
    else if (
      !isSameIndex(old, fresh, renames, dialect) ||
      isMadeAgain(alter, old) ||
      (old.comment ?? '') !== (fresh.comment ?? '')
    )
      actions.push(dropIndex(fresh), `ADD ${text}`);
    else actions.push(...smallUndo(old, fresh, dialect));
  }
  return [...left.map(dropIndex), ...actions];
}

/** Dropped and added in one statement, perhaps with another comment or type. */
const isMadeAgain = ({ actions }: AlterTable, { name }: IndexModel): boolean =>
  actions.some(
    (action) =>
      action.kind === 'drop-element' &&
      (action.what === 'INDEX' ? isSame(action.name?.name, name) : action.what === 'PRIMARY KEY' && name === 'PRIMARY'),
  );

function smallUndo(old: IndexModel, fresh: IndexModel, { flavour }: Dialect): readonly string[] {
  const words = flavour === 'mysql' ? ['VISIBLE', 'INVISIBLE'] : ['NOT IGNORED', 'IGNORED'];
  const isSeen = old.isVisible === fresh.isVisible;
  return [
    ...(old.name === fresh.name ? [] : [`RENAME INDEX ${quoteName(fresh.name)} TO ${quoteName(old.name)}`]),
    ...(isSeen ? [] : [`ALTER INDEX ${quoteName(old.name)} ${old.isVisible ? words[0] : words[1]}`]),
  ];
}

function undoForeignKeys({ create, difference: { before, after }, dialect }: Given): readonly string[] {
  const added = after.foreignKeys.filter((key) => !before.foreignKeys.some((old) => isSame(old.name, key.name)));
  const dropped = before.foreignKeys.filter((key) => !after.foreignKeys.some((fresh) => isSame(fresh.name, key.name)));
  const elements = create.elements.filter((one) => one.kind === 'foreign-key');
  let number = numberOf(before);
  const actions = added.flatMap((key) => {
    if (key.name === undefined) number += 1;
    const name = key.name ?? `${before.name}_ibfk_${number}`;
    const own = after.indexes.some((index) => covers(index, key))
      ? []
      : [`DROP INDEX ${quoteName(key.name ?? key.columns[0] ?? '')}`];
    // Other engines take the words and keep only the index.
    return before.engine === undefined || before.engine === 'INNODB'
      ? [`DROP FOREIGN KEY ${quoteName(name)}`, ...own]
      : own;
  });
  const again = dropped.flatMap(({ name }) => elements.filter((one) => isSame(one.constraint?.name?.name, name)));
  return [...actions, ...again.map((element) => `ADD ${printNode(element, dialect)}`)];
}

/** The number of the last key the server named itself. */
const numberOf = ({ name, foreignKeys }: TableModel): number =>
  Math.max(
    0,
    ...foreignKeys.map((key) =>
      key.name?.startsWith(`${name}_ibfk_`) ? Number(key.name.slice(name.length + 6)) || 0 : 0,
    ),
  );

const covers = ({ type, parts }: IndexModel, { columns }: ForeignKeyModel): boolean =>
  type !== 'FULLTEXT' &&
  type !== 'SPATIAL' &&
  columns.every((name, at) => isSame(parts[at]?.column, name) && parts[at]?.length === undefined);

function undoChecks({ create, alter, difference: { before, after, changes }, dialect }: Given): readonly string[] {
  const isMysql = dialect.flavour === 'mysql';
  const actions: string[] = [];
  const drop = (name: string) => `DROP ${isMysql ? 'CHECK' : 'CONSTRAINT'} ${quoteName(name)}`;
  let number = 0;
  const gone = new Set(changes.filter(({ kind }) => kind === 'drop-column').map(({ what }) => what.toLowerCase()));
  for (const check of after.checks) {
    if (before.checks.includes(check)) continue;
    number += 1;
    if (check.name) actions.push(drop(check.name));
    else if (isMysql) actions.push(drop(`${before.name}_chk_${number}`));
  }
  for (const element of create.elements) {
    if (element.kind !== 'check-constraint') continue;
    const name = element.constraint?.name?.name;
    const isReplaced = name !== undefined && alter.actions.some((action) => addsCheck(action, name));
    const isDropped = isReplaced || !after.checks.some((check) => isSame(check.name, name));
    const columns = [...columnsOfExpression(element.condition)];
    if (isDropped || (columns.length > 0 && columns.every((column) => gone.has(column))))
      actions.push(`ADD ${printNode(element, dialect)}`);
    else if (name && isSwitched(alter, name))
      actions.push(`ALTER CHECK ${quoteName(name)} ${element.enforced === false ? 'NOT ENFORCED' : 'ENFORCED'}`);
  }
  return actions;
}

const isSwitched = ({ actions }: AlterTable, name: string): boolean =>
  actions.some(
    (action) => action.kind === 'alter-element' && action.what !== 'INDEX' && isSame(action.name.name, name),
  );
