import type { Expression, Select } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { columnsIn, conjuncts } from '../../tree/conditions.ts';
import { calledOf, factorsOf, nearest } from '../../tree/tables.ts';

/** Tables that conditions bind together, by what they are called. */
const groupsOf = (select: Select): Map<string, string> | undefined => {
  const factors = factorsOf(select.from);
  const names = factors.map(calledOf);
  if (factors.some(({ kind }) => kind !== 'named-table' && kind !== 'derived-table')) return undefined;
  if (factors.some((one) => one.kind === 'derived-table' && one.lateral)) return undefined;
  const group = new Map(names.flatMap((name) => (name === undefined ? [] : [[name, name] as const])));
  return group.size === factors.length ? group : undefined;
};
const unite = (group: Map<string, string>, a: string, b: string): void => {
  const [to, from] = [group.get(a), group.get(b)];
  if (to === undefined || from === undefined) return;
  for (const [name, one] of group) if (one === from) group.set(name, to);
};

export const joinNoCondition = defineRule({
  id: 'join-no-condition',
  grade: 'E',
  theme: 'joins',
  why: {
    en: 'Tables that no condition connects are multiplied: every row of one meets every row of the other.',
    zh: '没有连接条件的表会产生笛卡尔积：一张表的每一行与另一张表的所有行组合。',
  },
  on: ['select'],
  check: (select, { nodes, parentOf }) => {
    if (select.from.length < 2 && select.from[0]?.kind !== 'join') return undefined;
    const group = groupsOf(select);
    if (!group || group.size < 2) return undefined;
    const bind = (filter: Expression | undefined): boolean => {
      for (const condition of conjuncts(filter)) {
        const tables = columnsIn(condition).map(({ table }) => table?.name.toLowerCase());
        // A column without its table may belong to any: then nothing is said.
        if (tables.length > 1 && tables.includes(undefined)) return false;
        for (const table of tables) unite(group, tables[0] ?? '', table ?? '');
      }
      return true;
    };
    const joins = nodes('join').filter((join) => nearest(join, ['select'], parentOf) === select);
    if (joins.some(({ natural, using }) => natural || using.length > 0)) return undefined;
    if (![select.where, ...joins.map(({ on }) => on)].every(bind)) return undefined;
    const [place] = select.from;
    return (
      new Set(group.values()).size > 1 &&
      place &&
      at(place, 'No condition connects these tables.', '这些表之间没有连接条件。')
    );
  },
});
