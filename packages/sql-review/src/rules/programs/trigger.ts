import { at, defineRule } from '../../rule.ts';

export const trigger = defineRule({
  id: 'trigger',
  grade: 'W',
  theme: 'programs',
  why: {
    en: 'What a trigger does stands in no statement: it surprises whoever writes to the table, and slows every row.',
    zh: '触发器的动作不会出现在语句中，容易造成意外，并拖慢每一行写入。',
  },
  on: ['create-trigger'],
  check: ({ name }) => at(name, 'A trigger.', '创建了触发器。'),
});
