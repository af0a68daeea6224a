import type { AlterTable, Dialect } from '@myriad/sql';
import { alterModel, inServerOrder } from '../schema/alter-model.ts';
import { type ColumnModel, type IndexModel, indexNamed, isSame, type TableModel } from '../schema/table.ts';
import type { Change, ChangeKind } from './change.ts';
import { changesOfColumn, withCharset } from './column-changes.ts';
import { changesOfForeignKeys, changesOfIndexes, columnsOfExpression, type Renames } from './index-changes.ts';
import { changesOfAction, changesOfPartitioning } from './option-changes.ts';

/** A table before and after a statement, and all that differs. */
export interface Difference {
  readonly before: TableModel;
  readonly after: TableModel;
  readonly changes: readonly Change[];
}

/** As servers do it: the two definitions are compared, not the words of the statement. */
export function listChanges(statement: AlterTable, table: TableModel, dialect: Dialect): Difference {
  const before = writtenOut(table, dialect);
  const after = writtenOut(inServerOrder(statement.actions).reduce(alterModel, before), dialect);
  const renames = renamesOf(statement);
  const changes = [
    ...changesOfColumns(before, after, renames, dialect),
    ...changesOfIndexes(before, after, renames, dialect),
    ...changesOfForeignKeys(before, after, renames),
    ...changesOfChecks(before, after, statement, dialect),
    ...redefined(statement, before, dialect),
    ...switchedAndGone(statement, before, after, dialect),
    ...madeAgain(statement, before, dialect),
    ...saidAgain(statement),
    ...statement.actions.flatMap((action) => changesOfAction(action, before)),
    ...changesOfPartitioning(statement),
  ];
  return { before, after, changes: changes.length === 0 ? [{ kind: 'nothing', what: '' }] : changes };
}

const writtenOut = (table: TableModel, dialect: Dialect): TableModel => ({
  ...table,
  columns: table.columns.map((column) => withCharset(column, table, dialect)),
});

/** How columns and keys are called after a statement. */
export function renamesOf({ actions }: AlterTable): Renames {
  const columns = new Map<string, string>();
  const indexes = new Map<string, string>();
  for (const action of actions) {
    if (action.kind === 'change-column' && action.from)
      columns.set(action.from.name.toLowerCase(), action.column.name.name);
    if (action.kind === 'rename-element')
      (action.what === 'COLUMN' ? columns : indexes).set(action.from.name.toLowerCase(), action.to.name);
  }
  return { columns, indexes };
}

function changesOfColumns(
  before: TableModel,
  after: TableModel,
  { columns: renamed }: Renames,
  dialect: Dialect,
): readonly Change[] {
  const changes: Change[] = [];
  const stayed: { readonly old: ColumnModel; readonly fresh: ColumnModel }[] = [];
  const nameOf = (old: ColumnModel) => renamed.get(old.name.toLowerCase()) ?? old.name;
  for (const old of before.columns) {
    const fresh = after.columns.find(({ name }) => isSame(name, nameOf(old)));
    if (fresh) stayed.push({ old, fresh });
    else changes.push({ kind: old.generated === 'VIRTUAL' ? 'drop-virtual-column' : 'drop-column', what: old.name });
  }
  const kept = new Set(stayed.map(({ fresh }) => fresh));
  for (const fresh of after.columns) if (!kept.has(fresh)) changes.push({ kind: addKindOf(fresh), what: fresh.name });
  changes.push(...stayed.flatMap(({ old, fresh }) => changesOfColumn(old, fresh, dialect)));
  const order = after.columns.filter((column) => kept.has(column));
  const moved = stayed.filter(({ fresh }, at) => order[at] !== fresh);
  if (moved.length === 0) return changes;
  // What is left of the order when the virtual ones are taken out.
  const isStored = ({ generated }: ColumnModel) => generated !== 'VIRTUAL';
  const storedBefore = stayed.map(({ fresh }) => fresh).filter(isStored);
  const isOrderKept = order.filter(isStored).every((column, at) => column === storedBefore[at]);
  return [...changes, { kind: isOrderKept ? 'move-virtual-column' : 'move-column', what: moved[0]?.fresh.name ?? '' }];
}

function addKindOf(column: ColumnModel): ChangeKind {
  if (column.generated === 'STORED') return 'add-stored-column';
  if (column.generated === 'VIRTUAL') return 'add-virtual-column';
  return column.isAutoIncrement ? 'add-auto-increment' : 'add-column';
}

/** What is said again of a computed column counts on MariaDB even where nothing differs; so does a check that is left out. */
function redefined({ actions }: AlterTable, before: TableModel, { flavour }: Dialect): readonly Change[] {
  if (flavour !== 'mariadb') return [];
  return actions.flatMap((action): readonly Change[] => {
    if (action.kind !== 'change-column') return [];
    const name = (action.from ?? action.column.name).name;
    const column = before.columns.find((one) => isSame(one.name, name));
    const isKey = before.indexes.some(({ parts }) => parts.some((part) => isSame(part.column, name)));
    if (column?.generated === 'STORED' || (column?.generated === 'VIRTUAL' && isKey))
      return [{ kind: 'redefine-computed', what: name }];
    const isKept =
      action.column.type?.name === 'JSON' || action.column.attributes.some(({ kind }) => kind === 'check-constraint');
    return !isKept && hasOwnCheck(before, name) ? [{ kind: 'drop-column-check', what: name }] : [];
  });
}

/** MariaDB is told of an index that goes with its column in the same statement; MySQL refuses that. */
const switchedAndGone = (
  { actions }: AlterTable,
  before: TableModel,
  after: TableModel,
  { flavour }: Dialect,
): readonly Change[] =>
  actions.flatMap((action) => {
    if (flavour !== 'mariadb' || action.kind !== 'alter-element' || action.what !== 'INDEX') return [];
    const { name } = action.name;
    return indexNamed(before, name) && !indexNamed(after, name) ? [{ kind: 'visibility-of-gone', what: name }] : [];
  });

/** An index dropped and added as it was: MariaDB sees through that on InnoDB only, MySQL not where it is on an expression. */
const madeAgain = (
  { actions }: AlterTable,
  { engine, indexes }: TableModel,
  { flavour }: Dialect,
): readonly Change[] => {
  const isDropped = ({ name }: IndexModel) =>
    actions.some(
      (action) => action.kind === 'drop-element' && action.what === 'INDEX' && isSame(action.name?.name, name),
    );
  if (flavour === 'mysql')
    return indexes
      .filter(
        (index) => isDropped(index) && index.parts.some(({ expression }) => expression) && isAdded(actions, index),
      )
      .flatMap(({ name }) => [
        { kind: 'drop-functional-index', what: name },
        { kind: 'add-functional-index', what: name },
      ]);
  return engine === undefined || engine === 'INNODB'
    ? []
    : actions.flatMap((action) =>
        action.kind === 'drop-element' &&
        action.what === 'INDEX' &&
        indexes.some(({ name }) => isSame(name, action.name?.name))
          ? [{ kind: 'same-index' as const, what: action.name?.name ?? '' }]
          : [],
      );
};

const isAdded = (actions: AlterTable['actions'], { name }: IndexModel): boolean =>
  actions.some(
    (action) =>
      action.kind === 'add-element' &&
      action.element.kind === 'index-definition' &&
      isSame(action.element.name?.name ?? action.element.constraint?.name?.name, name),
  );

/** A column that is said again differs in nothing, perhaps; beside virtual columns that counts all the same. */
const saidAgain = ({ actions }: AlterTable): readonly Change[] =>
  actions.flatMap((action) =>
    action.kind === 'change-column' && action.column.generated === undefined
      ? [{ kind: 'said-again' as const, what: action.column.name.name }]
      : [],
  );

/** MariaDB names no check that stands at a column. */
const hasOwnCheck = ({ checks }: TableModel, name: string): boolean =>
  checks.some(
    (check) =>
      check.name === undefined && [...columnsOfExpression(check.condition)].every((one) => one === name.toLowerCase()),
  );

function changesOfChecks(
  before: TableModel,
  after: TableModel,
  { actions }: AlterTable,
  { flavour }: Dialect,
): readonly Change[] {
  // On MariaDB a check of a new column, and one of a column that is said again, is no change of its own.
  const isOfColumns =
    flavour === 'mariadb' &&
    !actions.some(
      ({ kind, ...rest }) => kind === 'add-element' && 'element' in rest && rest.element.kind === 'check-constraint',
    );
  const isMadeAgain = ({ name }: TableModel['checks'][number]) =>
    name !== undefined && actions.some((action) => addsCheck(action, name));
  const isIn = (list: TableModel['checks'], check: TableModel['checks'][number]) =>
    list.some(
      (one) => one === check || (one.name !== undefined && isSame(one.name, check.name) && !isMadeAgain(check)),
    );
  const ofNew = ({ columns }: TableModel, { name, condition }: TableModel['checks'][number]) =>
    name === undefined &&
    ![...columnsOfExpression(condition)].some((one) => columns.some((old) => isSame(old.name, one)));
  const isOwn = (check: TableModel['checks'][number]) => isOfColumns && ofNew(before, check);
  const added = after.checks.filter((check) => !isIn(before.checks, check) && !isOwn(check));
  const dropped = before.checks.filter((check) => !isIn(after.checks, check));
  if (isOfColumns && added.length > dropped.length) return [];
  return [
    ...added.map(({ name, isEnforced }) => ({
      kind: isEnforced ? ('add-check' as const) : ('add-check-off' as const),
      what: name ?? '',
    })),
    ...dropped.map(({ name }) => ({ kind: 'drop-check' as const, what: name ?? '' })),
  ];
}

/** Whether an action brings a check of this name, perhaps in the place of one that goes. */
export const addsCheck = (action: AlterTable['actions'][number], name: string): boolean =>
  action.kind === 'add-element' &&
  action.element.kind === 'check-constraint' &&
  isSame(action.element.constraint?.name?.name, name);

/** Whether a column of after was not there before under any name. */
export function isNewColumn(changes: readonly Change[]): (column: ColumnModel) => boolean {
  const added = new Set(changes.filter(({ kind }) => additions.has(kind)).map(({ what }) => what.toLowerCase()));
  return ({ name }) => added.has(name.toLowerCase());
}

const additions: ReadonlySet<ChangeKind> = new Set([
  'add-column',
  'add-auto-increment',
  'add-virtual-column',
  'add-stored-column',
]);
