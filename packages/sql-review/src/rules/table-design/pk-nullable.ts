import { at, defineRule } from '../../rule.ts';
import { attributeValue, hasAttribute } from '../../schema/read-table.ts';
import { isSame } from '../../schema/table.ts';
import { columnsDefined, keyColumnsMade } from '../../tree/elements.ts';

export const pkNullable = defineRule({
  id: 'pk-nullable',
  grade: 'E',
  theme: 'table-design',
  why: {
    en: 'A column of the primary key cannot be NULL: the server refuses the definition (errors 1171, 1067).',
    zh: '主键列不能为 NULL：服务器会拒绝该定义（错误 1171、1067）。',
  },
  on: ['create-table', 'alter-table'],
  check: (statement, { schema }) => {
    const keys = keyColumnsMade(statement, schema);
    if (keys.length === 0) return undefined;
    const columns = columnsDefined(statement);
    return keys
      .filter(({ place }) => {
        const column = columns.find(({ name }) => isSame(name.name, place.name));
        const value = column && attributeValue(column, 'DEFAULT');
        const isNullByDefault = value?.kind === 'literal' && 'type' in value && value.type === 'null';
        return column && (hasAttribute(column, 'NULL') || isNullByDefault);
      })
      .map(({ place }) => at(place, 'A column of the primary key is declared NULL.', '主键列声明为 NULL。'));
  },
});
