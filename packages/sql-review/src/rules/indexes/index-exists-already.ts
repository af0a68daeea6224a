import type { AlterTable } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { readIndex } from '../../schema/read-table.ts';
import { isCoveredBy } from '../../schema/redundant-index.ts';

export const indexExistsAlready = defineRule({
  id: 'index-exists-already',
  grade: 'W',
  theme: 'indexes',
  tier: 'schema',
  why: {
    en: 'An index that is there begins with the same columns, or the new one makes an old one needless.',
    zh: '已有索引以相同的列开头，或新索引会使旧索引多余。',
  },
  on: ['add-element', 'create-index'],
  check: (node, { schema, parentOf }) => {
    const alter = parentOf(node);
    const name =
      node.kind === 'create-index'
        ? node.table
        : alter?.kind === 'alter-table'
          ? (alter as AlterTable).name
          : undefined;
    const table = name && schema.tableOf(name);
    const definition =
      node.kind === 'create-index' ? node : node.element.kind === 'index-definition' ? node.element : undefined;
    if (!table || !definition) return undefined;
    const fresh = readIndex(definition, '');
    const order = [...table.indexes, fresh];
    const better = table.indexes.find((index) => isCoveredBy(fresh, index, order));
    const worse = table.indexes.find((index) => isCoveredBy(index, fresh, order));
    if (better) return at(node, `${better.name} serves already.`, `已有索引 ${better.name} 可以满足。`);
    return worse && at(node, `Makes ${worse.name} needless.`, `将使索引 ${worse.name} 多余。`);
  },
});
