import { at, defineRule } from '../../rule.ts';
import { excuse, readExcuse } from '../../suppressions.ts';

export const excuseUnclear = defineRule({
  id: 'excuse-unclear',
  grade: 'N',
  theme: 'transactions',
  about: 'text',
  why: {
    en: 'review:ignore excuses from the rules it names, for a reason: without one of the two, or with a rule that is none, it does nothing.',
    zh: 'review:ignore 须写明规则和理由，缺少任何一项或规则不存在时都不起作用。',
  },
  on: ['statement'],
  check: (_, { tokens, strayExcuses }) => [
    ...strayExcuses.map(({ rule, start, end }) =>
      at(
        { start, end },
        `There is no rule ${rule}: this excuses from nothing.`,
        `规则 ${rule} 不存在，该注释不起作用。`,
      ),
    ),
    ...tokens.comments
      .filter(({ kind, start, end }) => {
        if (kind !== 'line' && kind !== 'block') return false;
        const comment = tokens.text.slice(start, end);
        return comment.includes(excuse) && readExcuse(comment).length === 0;
      })
      .map((comment) =>
        at(
          comment,
          'This excuses from nothing: write review:ignore RULE REASON.',
          '该注释不起作用：请写成 review:ignore 规则 理由。',
        ),
      ),
  ],
});
