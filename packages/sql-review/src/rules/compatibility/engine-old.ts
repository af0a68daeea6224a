import { at, defineRule } from '../../rule.ts';
import { wordOf } from '../../schema/read-table.ts';

export const engineOld = defineRule({
  id: 'engine-old',
  grade: 'W',
  theme: 'compatibility',
  why: {
    en: 'MyISAM, MERGE and FEDERATED tables cannot follow to managed services and group replication.',
    zh: 'MyISAM、MERGE、FEDERATED 表无法用于组复制和多数托管服务。',
  },
  on: ['setting'],
  check: (setting) =>
    setting.name === 'ENGINE' &&
    ['MYISAM', 'MERGE', 'MRG_MYISAM', 'FEDERATED', 'ISAM', 'BDB', 'NDB'].includes(
      wordOf(setting.value)?.toUpperCase() ?? '',
    ) &&
    at(setting, 'Use InnoDB.', '请使用 InnoDB。'),
});
