import type { Expression, Node } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { bare, conditionsIn } from '../../tree/conditions.ts';
import { isCorrelated } from '../../tree/correlated.ts';
import { anyOf, mariadbBefore, mysqlBefore } from '../../versions.ts';

/** Versions that ask a subquery of UPDATE and DELETE for every row. */
const asksForEachRow = anyOf(mysqlBefore(80021), mariadbBefore(110100));

/** Versions that make no join of EXISTS. */
const joinsNoExists = mysqlBefore(80016);

export const subqueryToJoin = defineRule({
  id: 'subquery-to-join',
  grade: 'N',
  theme: 'query-shape',
  why: {
    en: 'A subquery that refers to the rows outside is asked again for each of them where the optimizer makes no join of it: a join, or a derived table with GROUP BY, reads once.',
    zh: '引用外层行的子查询，在优化器无法改写为连接时会逐行执行；改写为连接或带 GROUP BY 的派生表只需读取一次。',
  },
  on: ['select', 'update', 'delete'],
  check: (node, { dialect }) => {
    const isChange = node.kind !== 'select';
    return conditionsIn(node.where)
      .map(bare)
      .flatMap((condition): readonly Node[] => {
        if (condition.kind === 'in-query') return isChange && asksForEachRow(dialect) ? [condition] : [];
        if (condition.kind === 'exists')
          return (isChange ? asksForEachRow(dialect) : joinsNoExists(dialect)) && isCorrelated(condition.query)
            ? [condition]
            : [];
        return condition.kind === 'binary' ? [condition.left, condition.right].map(bare).filter(isAskedAgain) : [];
      })
      .map((place) => at(place, 'This subquery could be a join.', '该子查询可以改写为连接。'));
  },
});

const isAskedAgain = (side: Expression): boolean => side.kind === 'subquery' && isCorrelated(side.query);
