import type { IndexDefinition, TableElement } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';

export const indexNameTwice = defineRule({
  id: 'index-name-twice',
  grade: 'E',
  theme: 'indexes',
  why: {
    en: 'Two indexes of one table cannot share a name (error 1061).',
    zh: '同一张表的索引不能重名（错误 1061）。',
  },
  on: ['create-table', 'alter-table'],
  check: (statement) => {
    const elements: readonly TableElement[] =
      statement.kind === 'create-table'
        ? statement.elements
        : statement.actions.flatMap((action) => (action.kind === 'add-element' ? [action.element] : []));
    const indexes = elements.filter(
      // The name of a primary key is not kept.
      (element): element is IndexDefinition => element.kind === 'index-definition' && element.type !== 'PRIMARY KEY',
    );
    const names = indexes.map((one) => nameOf(one)?.name.toLowerCase());
    return indexes
      .filter((_, place) => names[place] !== undefined && names.indexOf(names[place]) < place)
      .map((index) => at(nameOf(index) ?? index, 'An index of this name is there already.', '已存在同名索引。'));
  },
});

const nameOf = ({ name, constraint }: IndexDefinition) => name ?? constraint?.name;
