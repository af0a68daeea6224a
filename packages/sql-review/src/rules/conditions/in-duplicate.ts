import { at, defineRule } from '../../rule.ts';

export const inDuplicate = defineRule({
  id: 'in-duplicate',
  grade: 'N',
  theme: 'conditions',
  why: {
    en: 'A value stands in the list twice.',
    zh: '列表中有重复的值。',
  },
  on: ['in-list'],
  check: ({ items }) => {
    const texts = items.map((item) => (item.kind === 'literal' ? `${item.type}:${item.value}` : ''));
    const seen = new Set<string>();
    return items
      .filter((_, place) => {
        const text = texts[place] ?? '';
        const isAgain = text !== '' && seen.has(text);
        seen.add(text);
        return isAgain;
      })
      .map((item) => at(item, 'This value is there already.', '该值已出现过。'));
  },
});
