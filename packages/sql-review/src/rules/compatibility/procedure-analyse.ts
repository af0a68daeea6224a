import { at, defineRule } from '../../rule.ts';
import { mysqlBefore } from '../../versions.ts';

export const procedureAnalyse = defineRule({
  id: 'procedure-analyse',
  grade: 'E',
  theme: 'compatibility',
  why: {
    en: 'PROCEDURE ANALYSE is gone in MySQL 8.',
    zh: 'PROCEDURE ANALYSE 在 MySQL 8 中已移除。',
  },
  versions: mysqlBefore(80000),
  on: ['query'],
  check: ({ procedure }) => procedure && at(procedure, 'Gone in MySQL 8.', 'MySQL 8 已移除。'),
});
