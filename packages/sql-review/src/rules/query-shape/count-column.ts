import { at, defineRule } from '../../rule.ts';

export const countColumn = defineRule({
  id: 'count-column',
  grade: 'N',
  theme: 'query-shape',
  why: {
    en: 'COUNT(column) leaves out NULL; to count rows write COUNT(*), which is never slower.',
    zh: 'COUNT(列) 不统计 NULL；统计行数请使用 COUNT(*)，性能不会更差。',
  },
  on: ['aggregate'],
  check: (call, { nodes }) => {
    const [argument] = call.args;
    // In an outer join the column says which rows found a partner.
    if (argument?.kind === 'column' && nodes('join').some(({ type }) => type === 'LEFT JOIN' || type === 'RIGHT JOIN'))
      return undefined;
    return (
      call.name === 'COUNT' &&
      !call.distinct &&
      argument &&
      (argument.kind === 'column' || argument.kind === 'literal') &&
      at(call, 'Is it rows that are counted? Then COUNT(*).', '如果要统计行数，请使用 COUNT(*)。')
    );
  },
});
