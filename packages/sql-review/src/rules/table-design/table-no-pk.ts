import type { TableElement } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';

const isPrimary = (element: TableElement): boolean =>
  element.kind === 'index-definition'
    ? element.type === 'PRIMARY KEY'
    : element.kind === 'column-definition' &&
      element.attributes.some(
        (part) => part.kind === 'column-attribute' && part.name.endsWith('KEY') && part.name !== 'UNIQUE KEY',
      );

export const tableNoPk = defineRule({
  id: 'table-no-pk',
  grade: 'E',
  theme: 'table-design',
  why: {
    en: 'Row-based replication and online schema change find rows by the primary key; without one every change scans the table on the replica.',
    zh: '行复制和在线变更工具都靠主键定位行；没有主键时，从库重放每次变更都要扫描全表。',
  },
  on: ['create-table'],
  check: ({ temporary, like, elements, name }) =>
    !temporary && !like && !elements.some(isPrimary) && at(name, 'The table has no primary key.', '该表没有主键。'),
});
