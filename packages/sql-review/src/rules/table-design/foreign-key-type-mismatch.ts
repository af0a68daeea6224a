import type { DataType } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { columnNamed } from '../../schema/table.ts';
import { tableAfter } from '../../tree/elements.ts';
import { isNumberType, isUnsigned, typeNameOf, typeText } from '../../tree/types.ts';

export const foreignKeyTypeMismatch = defineRule({
  id: 'foreign-key-type-mismatch',
  grade: 'E',
  theme: 'table-design',
  tier: 'schema',
  why: {
    en: 'The columns of a foreign key have the same type and sign on both sides (error 3780).',
    zh: '外键两侧的列类型和符号必须一致（错误 3780）。',
  },
  on: ['foreign-key'],
  check: ({ columns, references }, { schema, statement }) => {
    const target = schema.tableOf(references.table);
    const isDefinition = statement.kind === 'create-table' || statement.kind === 'alter-table';
    const own = isDefinition ? tableAfter(statement, schema) : undefined;
    if (!target || !own) return undefined;
    return columns.flatMap((column, place) => {
      const [here, there] = [
        columnNamed(own, column.name)?.type,
        columnNamed(target, references.columns[place]?.name ?? '')?.type,
      ];
      const differs =
        here &&
        there &&
        (storedAs(here) !== storedAs(there) || (isNumberType(here) && isUnsigned(here) !== isUnsigned(there)));
      return differs
        ? [
            at(
              column,
              `${typeText(here)} refers to ${typeText(there)}.`,
              `${typeText(here)} 引用了 ${typeText(there)}。`,
            ),
          ]
        : [];
    });
  },
});

const storedAs = (type: DataType): string => (type.name === 'SERIAL' ? 'BIGINT' : typeNameOf(type));
