import { at, defineRule } from '../../rule.ts';

export const countNullable = defineRule({
  id: 'count-nullable',
  grade: 'W',
  theme: 'functions',
  tier: 'schema',
  why: {
    en: 'COUNT of a column that may be NULL leaves rows out: is that wanted?',
    zh: '对可能为 NULL 的列计数会漏掉部分行，请确认是否符合预期。',
  },
  on: ['aggregate'],
  check: (call, { columnOf }) => {
    const [argument] = call.args;
    const stored = call.name === 'COUNT' && argument?.kind === 'column' ? columnOf(argument) : undefined;
    return (
      stored?.column.isNullable &&
      at(
        call,
        `Rows whose ${stored.column.name} is NULL are not counted.`,
        `${stored.column.name} 为 NULL 的行不会计数。`,
      )
    );
  },
});
