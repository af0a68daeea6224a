import { type NamedTable, type Node, walk } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { isSame } from '../../schema/table.ts';
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
  on: ['update', 'delete'],
  check: (change) => {
    const [first, second] = change.tables;
    if (first?.kind !== 'named-table' || second || (change.kind === 'delete' && change.targets.length > 0))
      return undefined;
    const places: readonly (Node | undefined)[] =
      change.kind === 'update' ? [...change.assignments, change.where] : [change.where];
    const inside = places.flatMap((place) => (place ? namesIn(place) : []));
    return inside
      .filter(
        ({ name }) =>
          isSame(name.name.name, first.name.name.name) && isSame(name.schema?.name, first.name.schema?.name),
      )
      .map((table) =>
        at(table, 'The changed table is read in a subquery of the change.', '子查询读取了正在被变更的表。'),
      );
  },
});
