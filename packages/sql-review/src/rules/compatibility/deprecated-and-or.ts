import { at, defineRule } from '../../rule.ts';
import { tokensBetween } from '../../tree/tokens.ts';
import { mysqlFrom } from '../../versions.ts';

export const deprecatedAndOr = defineRule({
  id: 'deprecated-and-or',
  grade: 'N',
  theme: 'compatibility',
  about: 'text',
  why: {
    en: '&& and || for AND and OR are deprecated since 8.0.17; with PIPES_AS_CONCAT || joins texts.',
    zh: '&& 和 || 作为逻辑运算符自 8.0.17 起弃用；开启 PIPES_AS_CONCAT 时 || 表示拼接。',
  },
  versions: mysqlFrom(80017),
  on: ['logical'],
  check: (node, { tokens }) => {
    const [first, second] = node.operands;
    const between = first && second ? tokensBetween(tokens, first.end, second.start) : [];
    const isOld = between.some(({ text }) => text === '&&' || text === '||');
    return isOld && at(node, `Write ${node.operator}.`, `请写成 ${node.operator}。`);
  },
  fix: ({ start, end }, { tokens, nodes }) => {
    const node = nodes('logical').find((one) => one.start === start && one.end === end);
    const gaps = node?.operands.flatMap((one, place) => {
      const next = node.operands[place + 1];
      return next ? tokensBetween(tokens, one.end, next.start) : [];
    });
    return (gaps ?? [])
      .filter(({ text }) => text === '&&' || text === '||')
      .map((token) => ({ start: token.start, end: token.end, text: token.text === '&&' ? 'AND' : 'OR' }));
  },
});
