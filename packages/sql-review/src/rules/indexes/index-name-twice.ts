import { at, defineRule } from '../../rule.ts';

export const indexNameTwice = defineRule({
  id: 'index-name-twice',
  grade: 'E',
  theme: 'indexes',
  why: {
    en: 'Two indexes of one table cannot share a name (error 1061).',
    zh: '同一张表的索引不能重名（错误 1061）。',
  },
  on: ['create-table'],
  check: ({ elements }) => {
    const indexes = elements.flatMap((element) =>
      // The name of a primary key is not kept.
      element.kind === 'index-definition' && element.name && element.type !== 'PRIMARY KEY' ? [element] : [],
    );
    const names = indexes.map(({ name }) => name?.name.toLowerCase());
    return indexes
      .filter((_, place) => names.indexOf(names[place]) < place)
      .map((index) => at(index.name ?? index, 'An index of this name is there already.', '已存在同名索引。'));
  },
});
