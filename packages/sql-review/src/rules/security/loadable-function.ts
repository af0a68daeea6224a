import { at, defineRule } from '../../rule.ts';

export const loadableFunction = defineRule({
  id: 'loadable-function',
  grade: 'E',
  theme: 'security',
  why: {
    en: 'A function from a library runs with all rights of the server process.',
    zh: '来自动态库的函数以服务器进程的全部权限运行。',
  },
  on: ['create-loadable'],
  check: ({ name }) => at(name, 'Native code is loaded.', '将加载本地代码。'),
});
