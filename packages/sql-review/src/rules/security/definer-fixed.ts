import { at, defineRule } from '../../rule.ts';

export const definerFixed = defineRule({
  id: 'definer-fixed',
  grade: 'W',
  theme: 'security',
  why: {
    en: 'A definer who is dropped takes the object with him: it fails for everybody.',
    zh: 'DEFINER 账号被删除后，该对象对所有人都会报错。',
  },
  on: ['create-routine', 'create-view', 'create-trigger', 'define-event'],
  check: ({ definer }) =>
    definer?.user !== undefined &&
    at(definer, 'Who owns this account, and for how long?', '请确认该账号由谁维护、能存在多久。'),
});
