import { at, defineRule } from '../../rule.ts';

export const inSingle = defineRule({
  id: 'in-single',
  grade: 'N',
  theme: 'conditions',
  why: {
    en: 'IN with one value is an equality.',
    zh: '只有一个值的 IN 等同于等号。',
  },
  on: ['in-list'],
  check: (node) =>
    node.items.length === 1 &&
    node.items[0]?.kind === 'literal' &&
    at(node, node.not ? 'Write <>.' : 'Write =.', node.not ? '请写成 <>。' : '请写成 =。'),
  fix: ({ start }, { nodes, tokens }) => {
    const list = nodes('in-list').find((one) => one.start === start);
    const [item] = list?.items ?? [];
    const value = item && tokens.text.slice(item.start, item.end);
    return list && value !== undefined
      ? [{ start: list.operand.end, end: list.end, text: ` ${list.not ? '<>' : '='} ${value}` }]
      : [];
  },
});
