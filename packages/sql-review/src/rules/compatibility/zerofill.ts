import { at, defineRule } from '../../rule.ts';
import { mysqlFrom } from '../../versions.ts';

export const zerofill = defineRule({
  id: 'zerofill',
  grade: 'N',
  theme: 'compatibility',
  why: {
    en: 'ZEROFILL is deprecated since 8.0.17: fill up with LPAD() where the number is shown.',
    zh: 'ZEROFILL 自 8.0.17 起已弃用：请在展示时用 LPAD() 补零。',
  },
  versions: mysqlFrom(80017),
  on: ['data-type'],
  check: (type) => type.zerofill && at(type, 'ZEROFILL is deprecated.', 'ZEROFILL 已弃用。'),
});
