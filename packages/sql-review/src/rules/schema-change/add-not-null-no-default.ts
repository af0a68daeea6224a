import { at, defineRule } from '../../rule.ts';
import { hasAttribute, isPrimaryColumn } from '../../schema/read-table.ts';
import { keyOfName } from '../../walk/history.ts';

export const addNotNullNoDefault = defineRule({
  id: 'add-not-null-no-default',
  grade: 'E',
  theme: 'schema-change',
  why: {
    en: 'Rows that are there get an empty value nobody chose, an INSERT that does not know the column fails from then on (error 1364), and online tools stop at it.',
    zh: '已有的行会得到未经选择的空值，不含该列的 INSERT 从此报错（错误 1364），在线变更工具也会因此中断。',
  },
  on: ['alter-table'],
  check: ({ name, actions }, { history }) => {
    if (history.created.has(keyOfName(name)) && !history.written.has(keyOfName(name))) return undefined;
    return actions
      .flatMap((action) => (action.kind === 'add-columns' ? action.elements : []))
      .filter(
        (column) =>
          column.kind === 'column-definition' &&
          hasAttribute(column, 'NOT NULL') &&
          !hasAttribute(column, 'DEFAULT', 'AUTO_INCREMENT') &&
          column.generated === undefined &&
          !isPrimaryColumn(column),
      )
      .map((column) =>
        at(
          column,
          'Give it a DEFAULT, or let it be NULL until it is filled.',
          '请给出 DEFAULT，或先允许 NULL，填充后再收紧。',
        ),
      );
  },
});
