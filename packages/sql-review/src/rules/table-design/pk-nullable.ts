import { at, defineRule } from '../../rule.ts';
import { hasAttribute } from '../../schema/read-table.ts';
import { isSame } from '../../schema/table.ts';
import { keyColumnsOf } from '../../tree/keys.ts';

export const pkNullable = defineRule({
  id: 'pk-nullable',
  grade: 'E',
  theme: 'table-design',
  why: {
    en: 'A column of the primary key cannot be NULL: the server refuses the definition (error 1171).',
    zh: '主键列不能为 NULL：服务器会拒绝该定义（错误 1171）。',
  },
  on: ['create-table'],
  check: (statement) =>
    keyColumnsOf(statement)
      .filter((key) =>
        statement.elements.some(
          (element) =>
            element.kind === 'column-definition' &&
            isSame(element.name.name, key.name) &&
            hasAttribute(element, 'NULL'),
        ),
      )
      .map((key) => at(key, 'A column of the primary key is declared NULL.', '主键列声明为 NULL。')),
});
