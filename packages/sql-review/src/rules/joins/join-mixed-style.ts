import { at, defineRule } from '../../rule.ts';

export const joinMixedStyle = defineRule({
  id: 'join-mixed-style',
  grade: 'W',
  theme: 'joins',
  why: {
    en: 'Commas bind weaker than JOIN: mixed, an ON may not see the tables it names.',
    zh: '逗号的优先级低于 JOIN：混用时 ON 条件可能引用不到前面的表。',
  },
  on: ['select', 'update', 'delete'],
  check: (node) => {
    const from = node.kind === 'select' ? node.from : node.tables;
    const [first] = from;
    return (
      first &&
      from.length > 1 &&
      from.some((table) => table.kind === 'join') &&
      at(first, 'Commas and JOIN are mixed.', '逗号连接与 JOIN 混用。')
    );
  },
});
