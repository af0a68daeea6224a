import { at, defineRule } from '../../rule.ts';
import { elementsOf, keyColumnsMade } from '../../tree/elements.ts';

export const pkName = defineRule({
  id: 'pk-name',
  grade: 'N',
  off: true,
  theme: 'table-design',
  about: 'names',
  why: {
    en: 'A primary key of one column is called alike everywhere, and where it has a name, the name says what it is. The server itself keeps no other name than PRIMARY.',
    zh: '单列主键应使用统一的列名；为主键约束命名时应带统一前缀。服务器实际只保留 PRIMARY 这一名称。',
  },
  parameters: { columns: ['id'], prefix: 'pk_' },
  on: ['create-table', 'alter-table'],
  check: (statement, { schema }, { columns, prefix }) => {
    const keys = keyColumnsMade(statement, schema).filter(
      ({ width, place }) => width === 1 && columns.length > 0 && !columns.includes(place.name.toLowerCase()),
    );
    const names = elementsOf(statement).flatMap((element) => {
      if (element.kind !== 'index-definition' || element.type !== 'PRIMARY KEY') return [];
      const name = element.constraint?.name ?? element.name;
      return name && !name.name.toLowerCase().startsWith(prefix.toLowerCase()) ? [name] : [];
    });
    return [
      ...keys.map(({ place }) =>
        at(place, `Call it ${columns.join(' or ')}.`, `主键列应命名为 ${columns.join(' 或 ')}。`),
      ),
      ...names.map((name) => at(name, `The name does not begin with ${prefix}.`, `主键名没有以 ${prefix} 开头。`)),
    ];
  },
});
