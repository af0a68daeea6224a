import { at, defineRule } from '../../rule.ts';
import { sizeOf } from '../../tree/calls.ts';

export const varcharTotal = defineRule({
  id: 'varchar-total',
  grade: 'N',
  theme: 'table-design',
  why: {
    en: 'Sorts and temporary tables reserve room by the declared length: many wide columns make them spill to disk.',
    zh: '排序和临时表可能按声明长度分配空间，过多宽列会导致落盘。',
  },
  parameters: { maximum: 20000 },
  on: ['create-table'],
  check: ({ elements, name }, _, { maximum }) => {
    const sum = elements.reduce(
      (all, element) =>
        all +
        (element.kind === 'column-definition' && element.type?.name === 'VARCHAR' ? (sizeOf(element.type) ?? 0) : 0),
      0,
    );
    return sum > maximum && at(name, `${sum} characters in VARCHAR columns.`, `VARCHAR 总长度为 ${sum} 个字符。`);
  },
});
