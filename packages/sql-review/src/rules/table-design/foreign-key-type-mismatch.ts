import { at, defineRule } from '../../rule.ts';
import { readTable } from '../../schema/read-table.ts';
import { columnNamed } from '../../schema/table.ts';
import { isNumberType, plainType, typeText } from '../../tree/types.ts';

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
    const own =
      statement.kind === 'create-table'
        ? readTable(statement)
        : statement.kind === 'alter-table'
          ? schema.tableOf(statement.name)
          : undefined;
    if (!target || !own) return undefined;
    return columns.flatMap((column, place) => {
      const [here, there] = [
        columnNamed(own, column.name)?.type,
        columnNamed(target, references.columns[place]?.name ?? '')?.type,
      ];
      const differs =
        here &&
        there &&
        (plainType(here) !== plainType(there) || (isNumberType(here) && here.unsigned !== there.unsigned));
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
