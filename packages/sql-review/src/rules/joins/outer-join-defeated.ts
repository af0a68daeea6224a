import type { Expression, Join, TableFactor, TableReference } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { isSame } from '../../schema/table.ts';
import { columnsIn, conjuncts, isComparison, sidesOf } from '../../tree/conditions.ts';
import { calledOf, factorsOf, nearest } from '../../tree/tables.ts';

const refuses = (condition: Expression): boolean =>
  (condition.kind === 'binary' && isComparison(condition.operator) && condition.operator !== '<=>') ||
  condition.kind === 'in-list' ||
  condition.kind === 'between' ||
  condition.kind === 'like' ||
  (condition.kind === 'is' && condition.not && condition.what === 'NULL');

/** The tables whose rows may be missing: right of a LEFT JOIN, left of a RIGHT JOIN. */
const optionalSide = ({ type, left, right }: Join) => {
  if (type === 'LEFT JOIN') return factorsOf([right]);
  return type === 'RIGHT JOIN' ? factorsOf([left]) : [];
};

export const outerJoinDefeated = defineRule({
  id: 'outer-join-defeated',
  grade: 'W',
  theme: 'joins',
  why: {
    en: 'A WHERE condition on the optional side throws the rows without a partner away: the LEFT JOIN is then an inner one.',
    zh: 'WHERE 对可选表的条件会过滤掉未匹配的行，LEFT JOIN 实际变成了内连接。',
  },
  on: ['select', 'update', 'delete'],
  check: (node, { nodes, parentOf, columnOf }) => {
    if (nodes('join').length === 0) return undefined;
    const joins = nodes('join').filter((join) => nearest(join, statements, parentOf) === node);
    const tables = node.kind === 'select' ? node.from : node.tables;
    const optional = new Set(joins.flatMap(optionalSide).map(calledOf));
    if (optional.size === 0) return undefined;
    // A column without its table is told by the schema, where the table has no alias that hides its name.
    const isOptional = (side: Expression) =>
      side.kind === 'column' &&
      optional.has(side.table?.name.toLowerCase() ?? ownerOf(columnOf(side)?.table.name, factorsOf(tables)));
    return [...conjuncts(node.where), ...joins.filter(isInner).flatMap(({ on }) => conjuncts(on))]
      .filter(
        (condition) => refuses(condition) && columnsIn(condition).length > 0 && sidesOf(condition).some(isOptional),
      )
      .map((condition) =>
        at(
          condition,
          'Rows without a partner never meet this: put it into ON, or join with JOIN.',
          '未匹配的行不满足该条件：请移到 ON 中，或改用 JOIN。',
        ),
      );
  },
});

const statements = ['select', 'update', 'delete'];

/** An inner join behind the outer one asks for its columns: `a LEFT JOIN b … JOIN c ON c.id = b.c`. */
const isInner = ({ type, left }: Join): boolean =>
  (type === 'JOIN' || type === 'INNER JOIN' || type === 'STRAIGHT_JOIN') && optionalIn(left);

const optionalIn = (table: TableReference): boolean =>
  table.kind === 'join' && (table.type === 'LEFT JOIN' || optionalIn(table.left));

/** How the statement calls the one table of this name; nothing when it joins it twice. */
function ownerOf(table: string | undefined, factors: readonly TableFactor[]): string | undefined {
  const named = factors.filter((one) => one.kind === 'named-table' && isSame(one.name.name.name, table));
  return named.length === 1 && named[0] ? calledOf(named[0]) : undefined;
}
