import { at, defineRule } from '../../rule.ts';
import { stringIn } from '../../tree/calls.ts';

export const enumEmptyValue = defineRule({
  id: 'enum-empty-value',
  grade: 'W',
  theme: 'column-types',
  why: {
    en: 'The empty string is what an ENUM stores for a value it does not know: as a value of its own the two cannot be told apart.',
    zh: 'ENUM 遇到非法值时会存成空字符串：把空字符串作为取值会无法区分。',
  },
  on: ['data-type'],
  check: (type) =>
    ['ENUM', 'SET'].includes(type.name) &&
    type.values
      .filter((value) => stringIn(value) === '')
      .map((value) => at(value, 'An empty value.', '空字符串取值。')),
});
