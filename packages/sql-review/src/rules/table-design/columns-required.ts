import { at, defineRule } from '../../rule.ts';
import { isSame } from '../../schema/table.ts';

export const columnsRequired = defineRule({
  id: 'columns-required',
  grade: 'W',
  // Which columns these are is each house’s own to say: on without that, it would be found at nearly every table.
  off: true,
  theme: 'table-design',
  why: {
    en: 'Every table carries the same few columns, so that rows can be found, ordered and archived alike.',
    zh: '每张表都应包含约定的公共列，便于统一检索、排序和归档。',
  },
  parameters: { names: ['id', 'created_at', 'updated_at'] },
  on: ['create-table'],
  check: ({ elements, name, like, query, temporary }, _, { names }) => {
    const missing = names.filter(
      (one) => !elements.some((element) => element.kind === 'column-definition' && isSame(element.name.name, one)),
    );
    return (
      !like &&
      !query &&
      !temporary &&
      missing.length > 0 &&
      at(name, `Missing: ${missing.join(', ')}.`, `缺少列：${missing.join('、')}。`)
    );
  },
});
