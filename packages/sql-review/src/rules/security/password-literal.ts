import type { Assignment, Binary, Expression, Insert } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { stringIn } from '../../tree/calls.ts';
import { bare } from '../../tree/conditions.ts';

const words: ReadonlySet<string> = new Set(['password', 'passwd', 'pwd', 'passphrase']);

const isPassword = (expression: Expression): boolean => {
  const inner = bare(expression);
  return inner.kind === 'column' && words.has(inner.name.name.toLowerCase().split('_').at(-1) ?? '');
};

/** What a hash looks like: a crypt string, or many hexadecimal digits. */
const isHash = (text: string): boolean => /^[$*{]/.test(text) || /^[0-9a-f]{32,}$/i.test(text) || text.length >= 43;

const isPlain = (value: Expression | undefined): value is Expression => {
  const text = value && stringIn(value);
  return text !== undefined && text !== '' && !isHash(text);
};

export const passwordLiteral = defineRule({
  id: 'password-literal',
  grade: 'W',
  theme: 'security',
  about: 'names',
  why: {
    en: 'A password in a statement stays in histories, logs and tickets, and a column that takes it as it is keeps it for every reader: hash it in the application.',
    zh: '语句中的明文密码会留在历史、日志和工单中；原样写入的列会让所有能读表的人看到它：请在应用中先做哈希。',
  },
  on: ['binary', 'assignment', 'insert'],
  check: (node) =>
    passwordsIn(node)
      .filter(isPlain)
      .map((value) => at(value, 'A password in plain text.', '明文密码。')),
});

function passwordsIn(node: Binary | Assignment | Insert): readonly (Expression | undefined)[] {
  if (node.kind === 'assignment') return isPassword(node.target) ? [node.value] : [];
  if (node.kind === 'binary') {
    if (node.operator !== '=') return [];
    return isPassword(node.left) ? [node.right] : isPassword(node.right) ? [node.left] : [];
  }
  const place = node.columns?.findIndex(isPassword) ?? -1;
  return place === -1 ? [] : node.rows.map(({ items }) => items[place]);
}
