import { at, defineRule } from '../../rule.ts';
import { readTable } from '../../schema/read-table.ts';
import { isCoveredBy } from '../../schema/redundant-index.ts';
import { isSame } from '../../schema/table.ts';

export const indexRedundant = defineRule({
  id: 'index-redundant',
  grade: 'W',
  theme: 'indexes',
  why: {
    en: 'An index that is the beginning of another one is never needed beside it.',
    zh: '作为另一个索引最左前缀的索引是多余的。',
  },
  on: ['create-table'],
  check: (statement) => {
    const { indexes } = readTable(statement);
    const redundant = indexes.filter((index) =>
      indexes.some((other) => other !== index && isCoveredBy(index, other, indexes)),
    );
    return statement.elements.flatMap((element) =>
      element.kind === 'index-definition' &&
      redundant.some(({ name }) =>
        isSame(name, element.name?.name ?? element.constraint?.name?.name ?? element.parts[0]?.column?.name),
      )
        ? [at(element, 'Another index begins with these columns.', '另一个索引已以这些列开头。')]
        : [],
    );
  },
});
