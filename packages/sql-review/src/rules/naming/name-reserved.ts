import { isReserved } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';

export const nameReserved = defineRule({
  id: 'name-reserved',
  grade: 'W',
  theme: 'naming',
  about: 'names',
  why: {
    en: 'A reserved word as a name must be quoted in every statement for ever, and the one that is forgotten fails.',
    zh: '使用保留字命名后，每条语句都必须加反引号，漏写一次就会报错。',
  },
  on: [
    'column-definition',
    'create-table',
    'create-index',
    'index-definition',
    'create-view',
    'rename-to',
    'rename-element',
  ],
  check: (node, { dialect }) => {
    const name =
      node.kind === 'rename-element'
        ? node.to
        : node.name && 'name' in node.name
          ? node.name.kind === 'qualified-name'
            ? node.name.name
            : node.name
          : undefined;
    return (
      name && isReserved(name.name, dialect) && at(name, `${name.name} is a reserved word.`, `${name.name} 是保留字。`)
    );
  },
});
