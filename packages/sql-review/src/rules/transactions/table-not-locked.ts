import { at, defineRule } from '../../rule.ts';

export const tableNotLocked = defineRule({
  id: 'table-not-locked',
  grade: 'E',
  theme: 'transactions',
  why: {
    en: 'Under LOCK TABLES only locked tables may be used (error 1100), and those locked for reading not be written (error 1099).',
    zh: '执行 LOCK TABLES 后只能访问已锁定的表（错误 1100），读锁的表不能写入（错误 1099）。',
  },
  on: ['statement'],
  check: (statement, { history, names }) => {
    if (history.locked.size === 0 || statement.kind === 'lock-tables' || statement.kind === 'lock-other')
      return undefined;
    return names().tables.flatMap((use) => {
      const mode = history.locked.get((use.schema ? `${use.schema}.${use.table}` : use.table).toLowerCase());
      if (mode === undefined) return [at(use, 'This table was not locked.', '该表没有被锁定。')];
      return use.access === 'write' && mode.startsWith('READ')
        ? [at(use, 'This table is locked for reading only.', '该表只加了读锁。')]
        : [];
    });
  },
});
