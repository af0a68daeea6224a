import { nameOf } from '../../context.ts';
import { at, defineRule } from '../../rule.ts';

export const indexColumnOrder = defineRule({
  id: 'index-column-order',
  grade: 'N',
  theme: 'indexes',
  tier: 'statistics',
  why: {
    en: 'For equal filters the column with more values goes first: it leaves fewer rows.',
    zh: '等值过滤时，区分度更高的列应放在索引前面。',
  },
  on: ['create-index', 'index-definition'],
  check: (index, { statisticsOf, statement }) => {
    const name =
      index.kind === 'create-index' ? index.table : statement.kind === 'alter-table' ? statement.name : undefined;
    const columns = (name && statisticsOf(nameOf(name))?.columns) ?? {};
    const [first, second] = index.parts;
    const [a, b] = [first, second].map((part) =>
      part?.column ? columns[part.column.name.toLowerCase()]?.distinct : undefined,
    );
    return (
      a !== undefined &&
      b !== undefined &&
      first &&
      a * 10 < b &&
      a < 1000 &&
      at(first, `${a} values here, ${b} in the next column.`, `该列有 ${a} 个值，下一列有 ${b} 个。`)
    );
  },
});
