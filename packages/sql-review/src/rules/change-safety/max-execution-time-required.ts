import { at, defineRule } from '../../rule.ts';

const changes: ReadonlySet<string> = new Set([
  'insert',
  'update',
  'delete',
  'alter-table',
  'create-index',
  'drop-index',
]);

export const maxExecutionTimeRequired = defineRule({
  id: 'max-execution-time-required',
  grade: 'W',
  off: true,
  theme: 'change-safety',
  why: {
    en: 'Where changes may not run for long, a script sets max_execution_time (max_statement_time on MariaDB) first.',
    zh: '在限制执行时长的环境中，变更脚本应先设置 max_execution_time（MariaDB 为 max_statement_time）。',
  },
  on: ['statement'],
  check: (statement, { history: { variables }, dialect }) => {
    if (!changes.has(statement.kind)) return undefined;
    const name = dialect.flavour === 'mariadb' ? 'max_statement_time' : 'max_execution_time';
    const isHinted = 'hint' in statement && statement.hint?.toLowerCase().includes(name);
    return !variables.has(name) && !isHinted && at(statement, `${name} is not set.`, `没有设置 ${name}。`);
  },
});
