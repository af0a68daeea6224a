import { isWholeOf } from './cut-value.ts';
import type { Parameter } from './parameter-book.ts';
import { sameOf } from './same-value.ts';
import { isOff, isOn, listOf, wholeOf } from './value-words.ts';

export interface ValueWords {
  readonly en: string;
  readonly zh: string;
}

export type ReadValue = { readonly value: string } | { readonly fault: ValueWords };

const fault = (en: string, zh: string): ReadValue => ({ fault: { en, zh } });
const list = (values: readonly string[]) => values.slice(0, 40).join(', ');

/** What a person wrote, as the server takes it; or what is wrong with it. */
export function readValue(parameter: Parameter, given: string): ReadValue {
  const text = given.trim();
  if (/[\p{Cc}\\]/u.test(text) || text.length > 1000)
    return fault(
      'holds control characters or backslashes, or is longer than 1,000 characters.',
      '含有控制字符或反斜杠，或超过 1000 个字符。',
    );
  switch (parameter.kind) {
    case 'switch':
      if (isOn(text)) return { value: 'ON' };
      if (isOff(text)) return { value: 'OFF' };
      return fault('takes ON or OFF.', '只接受 ON 或 OFF。');
    case 'whole':
      return readWhole(parameter, text);
    case 'number':
      return readNumber(parameter, text);
    case 'one-of': {
      if (parameter.values.length === 0)
        return text === '' ? fault('takes one value.', '需要一个值。') : { value: text };
      // Numbers name choices too, but nobody reads them.
      const found = parameter.values.find((value) => value.toLowerCase() === text.toLowerCase());
      return found === undefined
        ? fault(`takes one of: ${list(parameter.values)}.`, `可选值：${list(parameter.values)}。`)
        : { value: found };
    }
    case 'set': {
      const wanted = listOf(text);
      const known = new Set(parameter.values.map((value) => value.toLowerCase()));
      // `mrr=off` names one flag of many.
      const word = (value: string) => value.replace(/=(on|off|default)$/i, '').toLowerCase();
      const unknown = known.size === 0 ? [] : wanted.filter((value) => !known.has(word(value)));
      return unknown.length > 0
        ? fault(`does not know ${list(unknown)}.`, `不认识：${list(unknown)}。`)
        : { value: [...new Set(wanted)].join(',') };
    }
    default:
      return { value: text };
  }
}

function readWhole({ least, most }: Parameter, text: string): ReadValue {
  const value = wholeOf(text);
  if (value === undefined)
    return fault('takes a whole number; K, M, G, T may follow it.', '需要整数，可带 K、M、G、T 后缀。');
  const tooSmall = least !== undefined && value < BigInt(least);
  const tooLarge = most !== undefined && value > BigInt(most);
  return tooSmall || tooLarge
    ? fault(`takes ${least} to ${most}; ${value} is outside.`, `取值范围为 ${least} 至 ${most}，${value} 超出范围。`)
    : { value: String(value) };
}

function readNumber({ least, most }: Parameter, text: string): ReadValue {
  const value = Number(text);
  if (text === '' || !/^\d{1,18}(\.\d{1,9})?$/.test(text)) return fault('takes a number.', '需要数字。');
  return (least !== undefined && value < Number(least)) || (most !== undefined && value > Number(most))
    ? fault(`takes ${least} to ${most}; ${value} is outside.`, `取值范围为 ${least} 至 ${most}，${value} 超出范围。`)
    : { value: String(value) };
}

/** In bytes; what is counted is never rounded, though its name may end like a size. */
const sizes = /(_size|_packet|_length|_stack|redo_log_capacity)$/;
const leastRounded = 16_384n;
/** One chunk of 128 MiB in each of 64 parts. */
const mostPoolRounding = 1n << 33n;

/** A server rounds sizes: to its page, to 1,024 bytes; the buffer pool up to whole chunks. */
export function roundedTo(parameter: Parameter, wanted: string, found: string): boolean {
  const isWhole = isWholeOf(found, wanted);
  if (isWhole !== undefined) return isWhole;
  if (sameOf(parameter, wanted, found)) return true;
  if (parameter.kind !== 'whole' || !sizes.test(parameter.name)) return false;
  const [asked, got] = [wholeOf(wanted), wholeOf(found)];
  if (asked === undefined || got === undefined) return false;
  if (parameter.name === 'innodb_buffer_pool_size') return got >= asked && got - asked < mostPoolRounding;
  const away = got > asked ? got - asked : asked - got;
  return asked >= leastRounded && away < 4096n;
}
