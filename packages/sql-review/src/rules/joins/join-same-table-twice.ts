import type { Join } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { columnsIn } from '../../tree/conditions.ts';
import { calledOf, nearest } from '../../tree/tables.ts';

export const joinSameTableTwice = defineRule({
  id: 'join-same-table-twice',
  grade: 'N',
  theme: 'joins',
  why: {
    en: 'One table joined twice by the same columns gives the same rows twice.',
    zh: '同一张表按相同的列连接两次，得到的是重复的数据。',
  },
  on: ['select'],
  check: (select, { nodes, parentOf }) => {
    if (nodes('join').length < 2) return undefined;
    const joins = nodes('join').filter(
      (join) => nearest(join, ['select'], parentOf) === select && join.on && join.right.kind === 'named-table',
    );
    const keyOf = (join: Join): string => {
      const { right, on } = join;
      if (right.kind !== 'named-table' || !on) return '';
      const called = calledOf(right);
      const columns = columnsIn(on).map(
        ({ table, name }) => `${table?.name.toLowerCase() === called ? '' : (table?.name ?? '?')}.${name.name}`,
      );
      return columns.length === 2 && on.kind === 'binary' && on.operator === '='
        ? [right.name.schema?.name, right.name.name.name, ...columns.sort()].join('\u0000').toLowerCase()
        : '';
    };
    const keys = joins.map(keyOf);
    return joins
      .filter((_, place) => keys[place] !== '' && keys.indexOf(keys[place] ?? '') < place)
      .map(({ right }) => at(right, 'This table is joined by the same columns already.', '该表已按相同的列连接过。'));
  },
});
