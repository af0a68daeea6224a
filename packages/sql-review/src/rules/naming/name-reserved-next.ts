import { type Dialect, dialects, isReserved } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { givenName, naming } from '../../tree/given-names.ts';

const next: readonly Dialect[] = [dialects['mysql-8.0'], dialects['mysql-8.4'], dialects['mysql-9']];

export const nameReservedNext = defineRule({
  id: 'name-reserved-next',
  grade: 'W',
  theme: 'naming',
  about: 'names',
  why: {
    en: 'The word is reserved in the next version: statements that do not quote it fail after the upgrade.',
    zh: '该词在下一版本中成为保留字：升级后未加反引号的语句会报错。',
  },
  on: naming,
  check: (node, { dialect, parentOf }) => {
    const name = givenName(node, parentOf);
    if (!name || dialect.flavour !== 'mysql' || isReserved(name.name, dialect)) return undefined;
    const later = next.find((one) => one.versionNumber > dialect.versionNumber && isReserved(name.name, one));
    return (
      later &&
      at(
        name,
        `Reserved from ${later.version.slice(0, 2).join('.')} on.`,
        `从 ${later.version.slice(0, 2).join('.')} 起成为保留字。`,
      )
    );
  },
});
