import { at, defineRule } from '../../rule.ts';
import { isSame } from '../../schema/table.ts';
import { bare, columnsIn, conjuncts, sameColumn } from '../../tree/conditions.ts';
import { calledOf, nearest } from '../../tree/tables.ts';

export const antiJoinWrongColumn = defineRule({
  id: 'anti-join-wrong-column',
  grade: 'W',
  theme: 'joins',
  why: {
    en: 'To find rows without a partner, test the column that is joined: another one may be NULL in rows that have one.',
    zh: '查找未匹配的行应判断连接列是否为 NULL：其他列在匹配的行中也可能为 NULL。',
  },
  on: ['select', 'update', 'delete'],
  check: (node, { nodes, parentOf, columnOf }) => {
    if (nodes('join').length === 0) return undefined;
    const joins = nodes('join').filter(
      (join) => join.type === 'LEFT JOIN' && nearest(join, ['select', 'update', 'delete'], parentOf) === node,
    );
    return conjuncts(node.where).flatMap((condition) => {
      if (condition.kind !== 'is' || condition.not || condition.what !== 'NULL') return [];
      const column = bare(condition.operand);
      if (column.kind !== 'column' || !column.table) return [];
      // A column that is never NULL in the table itself tells as well.
      if (column.name.name.toLowerCase() === 'id' || columnOf(column)?.column.isNullable === false) return [];
      const { table } = column;
      const join = joins.find(({ right }) => right.kind !== 'join' && calledOf(right) === table.name.toLowerCase());
      if (!join || join.natural || join.using.some(({ name }) => isSame(name, column.name.name))) return [];
      if (join.on && columnsIn(join.on).some((one) => sameColumn(one, column))) return [];
      if (!join.on && join.using.length === 0) return [];
      return [at(condition, 'Test the joined column instead.', '请改为判断连接列。')];
    });
  },
});
