import type { DataType } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { writtenValues } from '../../schema/written-values.ts';
import { sizeOf, stringIn } from '../../tree/calls.ts';

/** How much a column holds, where its type says so. */
function roomOf(type: DataType): { readonly size: number; readonly unit: 'characters' | 'bytes' } | undefined {
  const size = sizeOf(type);
  if (type.name === 'CHAR') return { size: size ?? 1, unit: 'characters' };
  if (type.name === 'VARCHAR') return size === undefined ? undefined : { size, unit: 'characters' };
  if (type.name === 'BINARY') return { size: size ?? 1, unit: 'bytes' };
  if (type.name === 'VARBINARY') return size === undefined ? undefined : { size, unit: 'bytes' };
  return type.name === 'TINYTEXT' || type.name === 'TINYBLOB' ? { size: 255, unit: 'bytes' } : undefined;
}

export const valueTooLong = defineRule({
  id: 'value-too-long',
  grade: 'E',
  theme: 'correctness',
  tier: 'schema',
  why: {
    en: 'A text longer than its column is refused, or cut where sql_mode is not strict.',
    zh: '字符串超过列长度会被拒绝，非严格模式下会被截断。',
  },
  on: ['insert', 'update'],
  check: (change, context) =>
    writtenValues(change, context).flatMap(({ column, value }) => {
      const text = stringIn(value);
      const room = column.type && roomOf(column.type);
      if (text === undefined || room === undefined) return [];
      const { size, unit } = room;
      const length = unit === 'characters' ? [...text].length : Buffer.byteLength(text);
      return length > size
        ? [
            at(
              value,
              `Longer than the ${size} ${unit} of ${column.name}.`,
              `超过 ${column.name} 的长度 ${size}${unit === 'bytes' ? ' 字节' : ''}。`,
            ),
          ]
        : [];
    }),
});
