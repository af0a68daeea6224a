import { at, defineRule } from '../../rule.ts';
import { readTable } from '../../schema/read-table.ts';
import { isSame } from '../../schema/table.ts';
import { sizeOf } from '../../tree/calls.ts';
import { isLongType, isTextType } from '../../tree/keys.ts';

export const indexPrefixBad = defineRule({
  id: 'index-prefix-bad',
  grade: 'E',
  theme: 'indexes',
  why: {
    en: 'The prefix of an index is not longer than its column, and not of a number (error 1089).',
    zh: '索引前缀不能长于列本身，也不能用于数值类型（错误 1089）。',
  },
  on: ['create-table'],
  check: (statement) => {
    const { columns } = readTable(statement);
    return statement.elements.flatMap((element) => {
      if (element.kind !== 'index-definition') return [];
      return element.parts
        .filter(({ column, length }) => {
          const type = columns.find(({ name }) => isSame(name, column?.name))?.type;
          if (!type || !length) return false;
          const isText = isTextType(type) || isLongType(type) || type.name.includes('BINARY');
          const size = sizeOf(type);
          return !isText || (size !== undefined && Number(length.value) > size);
        })
        .map((part) => at(part, 'This prefix is not possible.', '该前缀长度不合法。'));
    });
  },
});
