import { at, defineRule } from '../../rule.ts';

export const foreignKey = defineRule({
  id: 'foreign-key',
  grade: 'W',
  theme: 'table-design',
  why: {
    en: 'A foreign key checks and locks rows of the other table on each write, cascades unseen by the binary log, and blocks online schema change tools.',
    zh: '外键会在每次写入时检查并锁定另一张表的行，级联变更不写入 binlog，还会妨碍在线变更工具。',
  },
  on: ['foreign-key', 'column-definition'],
  check: (node, { dialect }) => {
    if (node.kind === 'foreign-key') return at(node, 'A foreign key is added.', '添加了外键。');
    // MySQL before 9 reads REFERENCES at a column and makes nothing of it.
    const isMade = dialect.flavour === 'mariadb' || dialect.versionNumber >= 90_000;
    return node.references && isMade && at(node.references, 'A foreign key is added.', '添加了外键。');
  },
});
