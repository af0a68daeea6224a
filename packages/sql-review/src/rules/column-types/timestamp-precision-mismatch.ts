import { at, defineRule } from '../../rule.ts';
import { isCallOf, numberIn, sizeOf } from '../../tree/calls.ts';

export const timestampPrecisionMismatch = defineRule({
  id: 'timestamp-precision-mismatch',
  grade: 'E',
  theme: 'column-types',
  why: {
    en: 'CURRENT_TIMESTAMP(n) as a default must have the precision of its column (error 1067).',
    zh: 'CURRENT_TIMESTAMP(n) 的精度必须与列一致（错误 1067）。',
  },
  on: ['column-definition'],
  check: (column) => {
    const { type } = column;
    if (!type || !['DATETIME', 'TIMESTAMP'].includes(type.name)) return undefined;
    const precision = sizeOf(type) ?? 0;
    return column.attributes.flatMap((part) => {
      const call =
        part.kind === 'column-attribute' && (part.name === 'DEFAULT' || part.name === 'ON UPDATE')
          ? part.value
          : undefined;
      if (call?.kind !== 'call' || !isCallOf(call, 'CURRENT_TIMESTAMP', 'NOW', 'LOCALTIME', 'LOCALTIMESTAMP'))
        return [];
      const own = call.args[0] === undefined ? 0 : numberIn(call.args[0]);
      return own === precision
        ? []
        : [at(call, `Precision ${own} for a column of ${precision}.`, `精度 ${own} 与列精度 ${precision} 不一致。`)];
    });
  },
});
