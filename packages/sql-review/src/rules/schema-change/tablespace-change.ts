import { at, defineRule } from '../../rule.ts';

export const tablespaceChange = defineRule({
  id: 'tablespace-change',
  grade: 'W',
  theme: 'schema-change',
  why: {
    en: 'A tablespace is a matter of the host: its disk, its path and its backup.',
    zh: '表空间涉及主机磁盘、路径和备份，应由管理员规划。',
  },
  on: ['tablespace'],
  check: (statement) => at(statement, `${statement.verb} of a tablespace.`, `${statement.verb} 表空间。`),
});
