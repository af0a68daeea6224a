import { at, defineRule } from '../../rule.ts';
import { isCallOf } from '../../tree/calls.ts';

export const sumNull = defineRule({
  id: 'sum-null',
  grade: 'N',
  theme: 'functions',
  tier: 'schema',
  why: {
    en: 'SUM and AVG over no row, or over NULLs alone, give NULL and not 0.',
    zh: 'SUM、AVG 在没有行或全为 NULL 时返回 NULL 而不是 0。',
  },
  on: ['aggregate'],
  check: (call, { columnOf, parentOf }) => {
    const [argument] = call.args;
    const stored = argument?.kind === 'column' ? columnOf(argument) : undefined;
    const above = parentOf(call);
    const isCovered = above?.kind === 'call' && isCallOf(above, 'IFNULL', 'COALESCE');
    return (
      call.name === 'SUM' &&
      stored?.column.isNullable &&
      !isCovered &&
      at(call, 'Wrap it in COALESCE(…, 0).', '请用 COALESCE(…, 0) 包裹。')
    );
  },
});
