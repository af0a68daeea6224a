import { isOn } from '../../facts/instance.ts';
import { at, defineRule } from '../../rule.ts';

export const targetReadOnly = defineRule({
  id: 'target-read-only',
  grade: 'E',
  theme: 'correctness',
  tier: 'instance',
  why: {
    en: 'The instance is read-only: the statement will be refused (error 1290).',
    zh: '实例处于只读状态，语句会被拒绝（错误 1290）。',
  },
  on: ['insert', 'update', 'delete', 'create-table', 'alter-table', 'drop-table'],
  check: (statement, { facts }) =>
    (isOn(facts.instance, 'super_read_only') || isOn(facts.instance, 'read_only')) &&
    at(statement, 'The instance is read-only.', '实例处于只读状态。'),
});
