import { at, defineRule } from '../../rule.ts';
import { isSame } from '../../schema/table.ts';

export const functionDeny = defineRule({
  id: 'function-deny',
  grade: 'E',
  off: true,
  theme: 'functions',
  why: {
    en: 'The policy names functions that statements must not call.',
    zh: '规范禁止使用的函数。',
  },
  parameters: { names: ['LOAD_FILE', 'SYS_EXEC', 'SYS_EVAL'] },
  on: ['call'],
  check: (call, _, { names }) =>
    names.some((name) => isSame(name, call.name)) &&
    at(call, `${call.name}() is forbidden here.`, `此处禁止使用 ${call.name}()。`),
});
