import { at, defineRule } from '../../rule.ts';

export const fileReadWrite = defineRule({
  id: 'file-read-write',
  grade: 'E',
  theme: 'change-safety',
  why: {
    en: 'The rights and backups of the database do not cover the server’s files: data can leave through them unseen.',
    zh: '库表权限与备份不覆盖服务器上的文件，数据可能由此被带出数据库。',
  },
  on: ['load-data', 'into'],
  check: (node) => {
    if (node.kind === 'load-data') return at(node.file, 'The statement reads a file.', '该语句会读取文件。');
    if (node.target === 'VARIABLES') return undefined;
    return at(node, `INTO ${node.target} writes a file on the server.`, `INTO ${node.target} 会在服务器上写文件。`);
  },
});
