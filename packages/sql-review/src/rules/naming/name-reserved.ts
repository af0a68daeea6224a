import { isReserved } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { givenName, naming } from '../../tree/given-names.ts';

export const nameReserved = defineRule({
  id: 'name-reserved',
  grade: 'W',
  theme: 'naming',
  about: 'names',
  why: {
    en: 'A reserved word as a name must be quoted in every statement for ever, and the one that is forgotten fails.',
    zh: '使用保留字命名后，每条语句都必须加反引号，漏写一次就会报错。',
  },
  on: naming,
  check: (node, { dialect, parentOf }) => {
    const name = givenName(node, parentOf);
    return (
      name && isReserved(name.name, dialect) && at(name, `${name.name} is a reserved word.`, `${name.name} 是保留字。`)
    );
  },
});
