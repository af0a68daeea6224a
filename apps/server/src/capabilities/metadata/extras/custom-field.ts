import { unseen, type Words } from '@myriad/contract';
import { isDate } from '../../../platform/filter/check-value.ts';
import type { EntityKind } from '../records.ts';

export interface CustomFieldRecord {
  readonly id: string;
  readonly dimension: EntityKind;
  readonly name: string;
  readonly type: 'text' | 'number' | 'date' | 'choice' | 'person';
  readonly required: boolean;
  readonly words: Words;
  readonly choices: readonly string[];
  readonly createdAt: number;
}

/** A value as it is stored: text always, and of a number its size too. */
export interface CustomValueText {
  readonly text: string;
  readonly number: number | null;
}

const longest = 500;

/** The value as it is stored, or what is wrong with it. `isPerson` is asked by the caller beforehand. */
export function readCustomValue(
  field: Pick<CustomFieldRecord, 'type' | 'choices'>,
  value: string | number,
  isPerson: (name: string) => boolean,
): CustomValueText | { readonly fault: Words } {
  if (field.type === 'number')
    return typeof value === 'number' && Number.isFinite(value)
      ? { text: String(value), number: value }
      : fault('a number was expected', '应为数字');
  if (typeof value !== 'string' || value.trim() === '') return fault('a text was expected', '应为文本');
  if (value.length > longest) return fault(`at most ${longest} characters`, `最多 ${longest} 个字符`);
  if (unseen.test(value))
    return fault('control characters and invisible ones cannot be kept', '不得含有控制字符或不可见字符');
  if (field.type === 'date' && !isDate(value))
    return fault('a date like 2026-01-31 was expected', '应为日期，例如 2026-01-31');
  if (field.type === 'choice' && !field.choices.includes(value))
    return fault(`one of: ${field.choices.join(', ')}`, `可选：${field.choices.join('、')}`);
  if (field.type === 'person' && !isPerson(value))
    return fault('nobody here signs in by this name', '没有使用该登录名的用户');
  return { text: value, number: null };
}

const fault = (en: string, zh: string) => ({ fault: { en, zh } });

/** The value as people gave it. */
export const shownCustomValue = ({ type }: Pick<CustomFieldRecord, 'type'>, text: string): string | number =>
  type === 'number' ? Number(text) : text;
