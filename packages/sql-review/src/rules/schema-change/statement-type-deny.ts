import { at, defineRule } from '../../rule.ts';

export const statementTypeDeny = defineRule({
  id: 'statement-type-deny',
  grade: 'W',
  // Only a policy knows what is outside of it.
  off: true,
  theme: 'schema-change',
  why: {
    en: 'The policy names kinds of statements that no change may hold.',
    zh: '策略规定了变更中不允许出现的语句类型。',
  },
  /** Kinds as own rules name them. */
  parameters: {
    kinds: ['call-procedure', 'do', 'flush', 'handler', 'kill', 'lock-tables', 'set-variables', 'shutdown', 'use'],
  },
  on: ['statement'],
  check: (statement, _, { kinds }) =>
    kinds.includes(statement.kind) &&
    at(statement, `${statement.kind} is not allowed here.`, `此处不允许使用 ${statement.kind} 语句。`),
});
