import { at, defineRule } from '../../rule.ts';
import { sizeOf } from '../../tree/calls.ts';

export const fractionalSeconds = defineRule({
  id: 'fractional-seconds',
  grade: 'N',
  off: true,
  theme: 'column-types',
  why: {
    en: 'Parts of a second take up to 3 bytes more, and old drivers and tools round them away or fail on them.',
    zh: '小数秒最多多占 3 字节，旧驱动和工具可能将其截断或无法处理。',
  },
  on: ['column-definition'],
  check: ({ type }) =>
    type &&
    ['DATETIME', 'TIMESTAMP', 'TIME'].includes(type.name) &&
    (sizeOf(type) ?? 0) > 0 &&
    at(type, `${sizeOf(type)} digits behind the second.`, `精确到秒后 ${sizeOf(type)} 位。`),
});
