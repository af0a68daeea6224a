import { at, defineRule } from '../../rule.ts';
import { hasAttribute } from '../../schema/read-table.ts';

export const currentTimestampMany = defineRule({
  id: 'current-timestamp-many',
  grade: 'N',
  theme: 'column-types',
  why: {
    en: 'Several columns that the server sets to the time of the change hold the same value: one is enough.',
    zh: '多个列都自动更新为当前时间，值完全相同，一个就够。',
  },
  on: ['create-table'],
  check: ({ elements, name }) => {
    const count = elements.filter(
      (element) => element.kind === 'column-definition' && hasAttribute(element, 'ON UPDATE'),
    ).length;
    return count > 1 && at(name, `${count} columns are set on every update.`, `有 ${count} 列在每次更新时自动赋值。`);
  },
});
