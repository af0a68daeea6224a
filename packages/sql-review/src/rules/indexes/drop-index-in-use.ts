import type { AlterTable } from '@myriad/sql';
import { nameOf } from '../../context.ts';
import { at, defineRule } from '../../rule.ts';

export const dropIndexInUse = defineRule({
  id: 'drop-index-in-use',
  grade: 'E',
  theme: 'indexes',
  tier: 'statistics',
  why: {
    en: 'The index was read since the server started.',
    zh: '自服务器启动以来该索引被使用过。',
  },
  on: ['drop-index', 'drop-element'],
  check: (node, { statisticsOf, parentOf }) => {
    const alter = parentOf(node);
    const table =
      node.kind === 'drop-index'
        ? node.table
        : node.what === 'INDEX' && alter?.kind === 'alter-table'
          ? (alter as AlterTable).name
          : undefined;
    const reads =
      (table && node.name && statisticsOf(nameOf(table))?.indexes?.[node.name.name.toLowerCase()]?.reads) ?? 0;
    return reads > 0 && at(node, `Read ${reads} times since the start.`, `启动以来被读取 ${reads} 次。`);
  },
});
