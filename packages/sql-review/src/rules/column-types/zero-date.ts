import { at, defineRule } from '../../rule.ts';
import { isZeroDate } from '../../tree/dates.ts';

export const zeroDate = defineRule({
  id: 'zero-date',
  grade: 'E',
  theme: 'column-types',
  why: {
    en: '0000-00-00 is no date: strict modes refuse it, drivers fail on it.',
    zh: '0000-00-00 不是合法日期：严格模式会拒绝，驱动也可能报错。',
  },
  on: ['column-attribute'],
  check: (attribute) => {
    const value = attribute.value;
    const text = value && 'value' in value && typeof value.value === 'string' ? value.value : '';
    return (
      attribute.name === 'DEFAULT' &&
      value &&
      isZeroDate(text) &&
      at(value, 'A zero date as default.', '默认值为零日期。')
    );
  },
});
