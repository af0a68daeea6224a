import { at, defineRule } from '../../rule.ts';

const waiting: ReadonlySet<string> = new Set([
  'SLEEP',
  'BENCHMARK',
  'GET_LOCK',
  'LOAD_FILE',
  'UPDATEXML',
  'EXTRACTVALUE',
]);

export const injectionFunction = defineRule({
  id: 'injection-function',
  grade: 'E',
  theme: 'query-shape',
  why: {
    en: 'These functions wait, lock, read files or leak through error messages: attackers use them, applications seldom do.',
    zh: '这些函数会等待、加锁、读取文件或通过报错泄露数据：常见于注入攻击，业务很少需要。',
  },
  on: ['call'],
  check: (call) =>
    !call.schema &&
    waiting.has(call.name.toUpperCase()) &&
    at(call, `${call.name}() has no place in an application’s statement.`, `业务语句中不应出现 ${call.name}()。`),
});
