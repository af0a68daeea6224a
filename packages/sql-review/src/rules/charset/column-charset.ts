import { at, defineRule } from '../../rule.ts';
import { attributeValue, wordOf } from '../../schema/read-table.ts';
import { isSame } from '../../schema/table.ts';
import { tableAfter } from '../../tree/elements.ts';

export const columnCharset = defineRule({
  id: 'column-charset',
  grade: 'N',
  theme: 'charset',
  why: {
    en: 'A column with a set or collation of its own is compared with others only after a conversion.',
    zh: '列单独指定字符集或排序规则后，与其他列比较时需要转换。',
  },
  on: ['column-definition'],
  check: (column, { statement, schema }) => {
    const { type } = column;
    const collation = type?.collation ?? column.collation ?? wordOf(attributeValue(column, 'COLLATE'));
    const word = type?.modifiers.find((one) => one === 'ASCII' || one === 'UNICODE');
    const own = type?.charset ?? word ?? collation;
    const table =
      statement.kind === 'create-table' || statement.kind === 'alter-table' ? tableAfter(statement, schema) : undefined;
    // Older servers write what the table says at each column anew.
    const isThatOfTable = collation === undefined ? isSame(own, table?.charset) : isSame(collation, table?.collation);
    return (
      own !== undefined && !isThatOfTable && type && at(type, `${own} for this column alone.`, `该列单独使用 ${own}。`)
    );
  },
});
