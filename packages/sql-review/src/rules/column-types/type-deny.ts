import { at, defineRule } from '../../rule.ts';
import { isSame } from '../../schema/table.ts';
import { typeNameOf } from '../../tree/types.ts';

export const typeDeny = defineRule({
  id: 'type-deny',
  grade: 'E',
  off: true,
  theme: 'column-types',
  why: {
    en: 'The policy names types that no new column may have.',
    zh: '策略规定了不允许使用的列类型。',
  },
  parameters: { names: ['SET', 'BIT', 'GEOMETRY', 'LONGBLOB'] },
  on: ['data-type'],
  check: (type, { parentOf }, { names }) =>
    parentOf(type)?.kind === 'column-definition' &&
    names.some((name) => isSame(name, type.name) || isSame(name, typeNameOf(type))) &&
    at(type, `${type.name} is not allowed.`, `不允许使用 ${type.name}。`),
});
