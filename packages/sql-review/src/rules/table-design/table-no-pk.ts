import { isOn } from '../../facts/instance.ts';
import { at, defineRule } from '../../rule.ts';
import { isPrimaryElement } from '../../tree/keys.ts';

export const tableNoPk = defineRule({
  id: 'table-no-pk',
  grade: 'E',
  theme: 'table-design',
  why: {
    en: 'Row-based replication and online schema change find rows by the primary key; without one every change scans the table on the replica.',
    zh: '行复制和在线变更工具都靠主键定位行；没有主键时，从库重放每次变更都要扫描全表。',
  },
  on: ['create-table'],
  check: ({ temporary, like, elements, name }, { facts }) =>
    !temporary &&
    !like &&
    !elements.some(isPrimaryElement) &&
    // The server makes a column my_row_id of its own (MySQL 8.0.30).
    isOn(facts.instance, 'sql_generate_invisible_primary_key') !== true &&
    at(name, 'The table has no primary key.', '该表没有主键。'),
});
