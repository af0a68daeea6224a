import { at, defineRule } from '../../rule.ts';

export const dropRoutine = defineRule({
  id: 'drop-routine',
  grade: 'W',
  theme: 'schema-change',
  why: {
    en: 'Whoever calls the routine, or counts on the trigger or event, is not told.',
    zh: '删除存储程序、触发器或事件后，依赖方不会收到提示。',
  },
  on: ['drop-routine'],
  check: ({ name, what }) => at(name, `The ${what.toLowerCase()} is dropped.`, `${what} 将被删除。`),
});
