import type { Expression, Join } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
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
  on: ['select'],
  check: (select, { nodes, parentOf }) => {
    if (nodes('join').length === 0 || select.where === undefined) return undefined;
    const optional = new Set(
      nodes('join')
        .filter((join) => nearest(join, ['select'], parentOf) === select)
        .flatMap(optionalSide)
        .map(calledOf),
    );
    if (optional.size === 0) return undefined;
    return conjuncts(select.where)
      .filter(
        (condition) =>
          refuses(condition) &&
          columnsIn(condition).length > 0 &&
          sidesOf(condition).some(
            (side) => side.kind === 'column' && side.table && optional.has(side.table.name.toLowerCase()),
          ),
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
