import { at, defineRule } from '../../rule.ts';

export const loadDataLocal = defineRule({
  id: 'load-data-local',
  grade: 'W',
  theme: 'security',
  why: {
    en: 'LOCAL lets the server ask the client for any file it can read.',
    zh: 'LOCAL 允许服务器向客户端索取其可读的任意文件。',
  },
  on: ['load-data'],
  check: ({ local, file }) => local && at(file, 'LOCAL reads a file of the client.', 'LOCAL 会读取客户端文件。'),
});
