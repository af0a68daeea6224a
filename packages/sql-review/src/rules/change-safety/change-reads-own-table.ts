import {
  type Delete,
  type Insert,
  type NamedTable,
  type Node,
  type QualifiedName,
  type Update,
  walk,
} from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { isSame } from '../../schema/table.ts';
import { calledOf, factorsOf } from '../../tree/tables.ts';
import { isMysql } from '../../versions.ts';

const namesIn = (root: Node): readonly NamedTable[] => {
  const found: NamedTable[] = [];
  walk(root, (node) => {
    // What a derived table reads is read before anything is changed.
    if (node.kind === 'derived-table' || node.kind === 'common-table') return 'skip';
    if (node.kind === 'named-table') found.push(node as NamedTable);
    return undefined;
  });
  return found;
};

export const changeReadsOwnTable = defineRule({
  id: 'change-reads-own-table',
  grade: 'E',
  theme: 'change-safety',
  why: {
    en: 'MySQL refuses a change whose subquery reads the changed table (error 1093), unless the subquery is wrapped in a derived table.',
    zh: 'MySQL 不允许在变更语句的子查询中直接读取被变更的表（错误 1093），除非包一层派生表。',
  },
  versions: isMysql,
  on: ['update', 'delete', 'insert'],
  check: (change, { nodes }) =>
    nodes('named-table').length > ownTables(change) &&
    changedBy(change)
      .flatMap((name) => readingsOf(change).filter((table) => isSameName(table.name, name)))
      .map((table) =>
        at(table, 'The changed table is read in a subquery of the change.', '子查询读取了正在被变更的表。'),
      ),
});

type Change = Update | Delete | Insert;

/** How many tables it names outside of its conditions and values: where the statement names no more, nothing is read. */
const ownTables = (change: Change): number =>
  change.kind === 'insert' ? 0 : factorsOf(change.tables).filter(({ kind }) => kind === 'named-table').length;

/** Which tables the server will not read. A SELECT as the source of an INSERT is read before. */
function changedBy(change: Change): readonly QualifiedName[] {
  if (change.kind === 'insert') return change.query ? [] : [change.table];
  const named = factorsOf(change.tables).filter((table) => table.kind === 'named-table');
  if (named.length === 1) return named.map(({ name }) => name);
  const changed =
    change.kind === 'delete'
      ? change.targets.map(({ name }) => name.name)
      : change.assignments.flatMap(({ target }) => (target.kind === 'column' && target.table?.name) || []);
  return named.filter((table) => changed.some((one) => isSame(one, calledOf(table) ?? ''))).map(({ name }) => name);
}

function readingsOf(change: Change): readonly NamedTable[] {
  const places: readonly (Node | undefined)[] =
    change.kind === 'insert'
      ? [...change.rows, ...change.assignments]
      : [...(change.kind === 'update' ? change.assignments : []), change.where];
  return places.flatMap((place) => (place ? namesIn(place) : []));
}

const isSameName = (a: QualifiedName, b: QualifiedName): boolean =>
  isSame(a.name.name, b.name.name) && isSame(a.schema?.name, b.schema?.name);
