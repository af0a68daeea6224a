import { at, defineRule } from '../../rule.ts';
import { typeNameOf } from '../../tree/types.ts';

export const floatDouble = defineRule({
  id: 'float-double',
  grade: 'W',
  theme: 'column-types',
  why: {
    en: 'FLOAT and DOUBLE round: sums differ by order and equality fails. Money and counts are DECIMAL or integers.',
    zh: 'FLOAT 和 DOUBLE 存在舍入误差：求和结果与顺序有关，等值比较会失败。金额请用 DECIMAL 或整数。',
  },
  on: ['column-definition'],
  check: ({ type }) =>
    type &&
    ['FLOAT', 'DOUBLE'].includes(typeNameOf(type)) &&
    at(type, `${type.name} is not exact.`, `${type.name} 不是精确类型。`),
});
