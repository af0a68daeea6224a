import { at, defineRule } from '../../rule.ts';

export const executeUnknown = defineRule({
  id: 'execute-unknown',
  grade: 'E',
  theme: 'transactions',
  why: {
    en: 'EXECUTE of a name that was not prepared in this session fails (error 1243).',
    zh: 'EXECUTE 未在本会话 PREPARE 过的语句会报错（错误 1243）。',
  },
  on: ['execute'],
  check: ({ name }, { history, statement }) =>
    // The body of a routine prepares for itself.
    statement.kind === 'execute' &&
    name &&
    history.count > 0 &&
    !history.prepared.has(name.name.toLowerCase()) &&
    at(name, 'Nothing of this name is prepared above.', '前面没有准备过该名称的语句。'),
});
