import { at, defineRule } from '../../rule.ts';
import { sizeOf } from '../../tree/calls.ts';
import { defaultIn } from '../../tree/defaults.ts';
import { typeNameOf } from '../../tree/types.ts';

const sized: ReadonlySet<string> = new Set(['CHAR', 'VARCHAR', 'BINARY', 'VARBINARY']);

export const defaultTooLong = defineRule({
  id: 'default-too-long',
  grade: 'E',
  theme: 'column-types',
  why: {
    en: 'A default longer than its column is refused (error 1067).',
    zh: '默认值超过列长度会被拒绝（错误 1067）。',
  },
  on: ['column-definition', 'alter-column'],
  check: (node, context) => {
    const { type, value } = defaultIn(node, context) ?? {};
    if (!type || value?.kind !== 'literal') return undefined;
    if (type.name === 'BIT' && value.type === 'string')
      return (
        bitsOf(value.value) > (sizeOf(type) ?? 1) &&
        at(
          value,
          "Its letters are more bits than the column has: write b'1'.",
          "按字符转换后超过列的位数，请写成 b'1'。",
        )
      );
    if (!sized.has(typeNameOf(type))) return undefined;
    const size = sizeOf(type) ?? (typeNameOf(type).startsWith('VAR') ? undefined : 1);
    const isWritten = ['string', 'national-string', 'integer', 'decimal'].includes(value.type);
    // Blanks at the end are cut off where they do not fit.
    return (
      isWritten &&
      size !== undefined &&
      [...value.value.trimEnd()].length > size &&
      at(value, `Longer than ${size} characters.`, `长度超过 ${size} 个字符。`)
    );
  },
});

/** A text given to a BIT is the bytes of its letters: '1' is 0x31, six bits. */
function bitsOf(text: string): number {
  const bytes = [...new TextEncoder().encode(text)];
  const first = bytes.findIndex((byte) => byte > 0);
  return first === -1 ? 0 : (bytes.length - first - 1) * 8 + (bytes[first] ?? 0).toString(2).length;
}
