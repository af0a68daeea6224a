import { at, defineRule } from '../../rule.ts';
import { factorsOf } from '../../tree/tables.ts';

export const joinCrossSchema = defineRule({
  id: 'join-cross-schema',
  grade: 'N',
  theme: 'joins',
  why: {
    en: 'A join over schemas ties their places together: they cannot be moved to different instances.',
    zh: '跨库连接把多个库绑定在同一实例上，之后无法拆分迁移。',
  },
  on: ['select', 'update', 'delete'],
  check: (node) => {
    const from = node.kind === 'select' ? node.from : node.tables;
    if (from.length < 2 && from[0]?.kind !== 'join' && from[0]?.kind !== 'table-group') return undefined;
    const tables = factorsOf(from).flatMap((table) => (table.kind === 'named-table' ? [table] : []));
    const schemas = new Set(tables.map(({ name }) => name.schema?.name.toLowerCase()));
    const [first] = from;
    return (
      first &&
      schemas.size > 1 &&
      !schemas.has(undefined) &&
      at(first, 'Tables of several schemas are joined.', '连接了多个库中的表。')
    );
  },
});
