import { at, defineRule } from '../../rule.ts';
import { givenName, naming } from '../../tree/given-names.ts';

export const nameCase = defineRule({
  id: 'name-case',
  grade: 'N',
  theme: 'naming',
  about: 'names',
  why: {
    en: 'Names of tables differ by case on one server and not on the next: lower case is the same everywhere.',
    zh: '表名是否区分大小写取决于服务器设置，统一小写最安全。',
  },
  /** `lower`, `upper`, or `one`: all of a name in the same case. */
  parameters: { style: 'lower' },
  on: naming,
  check: (node, { parentOf }, { style }) => {
    const name = givenName(node, parentOf);
    if (!name) return undefined;
    const isLower = name.name === name.name.toLowerCase();
    const isUpper = name.name === name.name.toUpperCase();
    if (style === 'upper') return !isUpper && at(name, 'Write names in upper case.', '名称请使用大写。');
    if (style === 'one')
      return !isLower && !isUpper && at(name, 'Upper and lower case are mixed.', '名称混用了大小写。');
    return !isLower && at(name, 'Write names in lower case.', '名称请使用小写。');
  },
});
