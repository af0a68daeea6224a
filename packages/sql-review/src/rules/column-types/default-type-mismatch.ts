import type { DataType, Expression } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { isDigits } from '../../tree/dates.ts';
import { defaultIn } from '../../tree/defaults.ts';
import { isNumberType, typeNameOf } from '../../tree/types.ts';

const times: ReadonlySet<string> = new Set(['DATE', 'DATETIME', 'TIMESTAMP', 'TIME', 'YEAR']);

export const defaultTypeMismatch = defineRule({
  id: 'default-type-mismatch',
  grade: 'E',
  theme: 'column-types',
  why: {
    en: 'A default that is no value of the column’s type is refused (error 1067).',
    zh: '默认值不是该列类型的合法取值时会被拒绝（错误 1067）。',
  },
  on: ['column-definition', 'alter-column'],
  check: (node, context) => {
    const own = defaultIn(node, context);
    const fault = own && faultOf(own.type, own.value);
    return own && fault && at(own.value, `'${fault.text}' is no ${fault.en}.`, `'${fault.text}' 不是${fault.zh}。`);
  },
});

function faultOf(type: DataType, value: Expression) {
  if (value.kind !== 'literal') return undefined;
  const text = value.type === 'string' ? value.value : undefined;
  if (isNumberType(type) && text !== undefined && !isNumber(text)) return { text, en: 'number', zh: '数字' };
  if (!times.has(typeNameOf(type))) return undefined;
  if (value.type === 'boolean') return { text: value.value, en: 'time', zh: '时间' };
  // Which of the many spellings of a time it is, others judge.
  return text !== undefined && !isDigits(text.trim().replace('-', '').slice(0, 1))
    ? { text, en: 'time', zh: '时间' }
    : undefined;
}

const isNumber = (text: string): boolean => text.trim() !== '' && !Number.isNaN(Number(text));
