import { at, defineRule } from '../../rule.ts';

export const enumSetBit = defineRule({
  id: 'enum-set-bit',
  grade: 'N',
  theme: 'column-types',
  why: {
    en: 'ENUM and SET keep their values in the definition of the table, and BIT is shown as raw bytes: each new value is a schema change.',
    zh: 'ENUM 和 SET 的取值写在表结构中，BIT 显示为原始字节：每增加一个值都要变更表结构。',
  },
  on: ['column-definition'],
  check: ({ type }) =>
    type &&
    ['ENUM', 'SET', 'BIT'].includes(type.name) &&
    at(type, `${type.name}: consider an integer or a table of values.`, `${type.name}：建议改用整数类型或码表。`),
});
