import { at, defineRule } from '../../rule.ts';
import { givenName } from '../../tree/given-names.ts';

export const namePlural = defineRule({
  id: 'name-plural',
  grade: 'N',
  off: true,
  theme: 'naming',
  about: 'names',
  why: {
    en: 'Names in the singular are the same for the table, its key and its class; of plurals there are several spellings.',
    zh: '表名、列名统一使用单数，与键名、类名一致；复数形式写法不一。',
  },
  on: ['create-table', 'column-definition', 'table-rename', 'rename-to'],
  check: (node, { parentOf }) => {
    const name = givenName(node, parentOf);
    const word = name?.name.toLowerCase().split('_').at(-1);
    return name && word !== undefined && isPlural(word) && at(name, 'The name is a plural.', '名称使用了复数。');
  },
});

const singular: ReadonlySet<string> = new Set([
  'alias', 'always', 'atlas', 'bias', 'canvas', 'dns', 'gas', 'gps', 'has', 'https', 'is', 'lens', 'means', 'news', 'os',
  'sales', 'sms', 'species', 'series', 'this', 'tls', 'was', 'yes',
]); // biome-ignore format: a list

const isPlural = (word: string): boolean =>
  word.length > 2 && word.endsWith('s') && !['ss', 'us', 'is'].some((end) => word.endsWith(end)) && !singular.has(word);
