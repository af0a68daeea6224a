import { at, defineRule } from '../../rule.ts';
import { attributeValue, wordOf } from '../../schema/read-table.ts';

export const columnCharset = defineRule({
  id: 'column-charset',
  grade: 'N',
  theme: 'charset',
  why: {
    en: 'A column with a set or collation of its own is compared with others only after a conversion.',
    zh: '列单独指定字符集或排序规则后，与其他列比较时需要转换。',
  },
  on: ['column-definition'],
  check: (column) => {
    const { type } = column;
    const own = type?.charset ?? type?.collation ?? wordOf(attributeValue(column, 'COLLATE'));
    return (
      own !== undefined &&
      !['binary', 'ascii'].includes(own.toLowerCase()) &&
      !own.endsWith('_bin') &&
      type &&
      at(type, `${own} for this column alone.`, `该列单独使用 ${own}。`)
    );
  },
});
