import type { Want, Words } from '@myriad/contract';
import { type Spelled, sameValue } from '@myriad/mysql';

const listOf = (text: string) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
const lower = (values: readonly string[]) => new Set(values.map((value) => value.toLowerCase()));

const units: Readonly<Record<string, number>> = { '': 0, k: 10, m: 20, g: 30, t: 40 };
/** `16M` → 16777216; NaN for what is no number. */
function quantityOf(text: string): number {
  const found = /^\s*([+-]?\d+(?:\.\d+)?)([kmgt]?)\s*$/i.exec(text);
  return found?.[1] === undefined ? Number.NaN : Number(found[1]) * 2 ** (units[(found[2] ?? '').toLowerCase()] ?? 0);
}

/** Whether a value is as it should be. Pure. */
export function meets(want: Want, parameter: Spelled, found: string): boolean {
  if ('is' in want) return sameValue(parameter, want.is, found);
  if ('oneOf' in want) return want.oneOf.some((value) => sameValue(parameter, value, found));
  if ('atLeast' in want) return quantityOf(found) >= quantityOf(want.atLeast);
  if ('atMost' in want) return quantityOf(found) <= quantityOf(want.atMost);
  if ('matches' in want) return new RegExp(want.matches, 'u').test(found.slice(0, 1000));
  const has = lower(listOf(found));
  if ('has' in want) return want.has.every((value) => has.has(value.toLowerCase()));
  return want.hasNot.every((value) => !has.has(value.toLowerCase()));
}

/** The value nearest to what is there that would be right; undefined: a person must choose. */
export function aimOf(want: Want, found: string): string | undefined {
  if ('is' in want) return want.is;
  if ('oneOf' in want) return want.oneOf[0];
  if ('atLeast' in want) return want.atLeast;
  if ('atMost' in want) return want.atMost;
  if ('matches' in want) return undefined;
  const values = listOf(found);
  if ('has' in want) {
    const there = lower(values);
    return [...values, ...want.has.filter((value) => !there.has(value.toLowerCase()))].join(',');
  }
  const unwanted = lower(want.hasNot);
  return values.filter((value) => !unwanted.has(value.toLowerCase())).join(',');
}

export function wordsOf(want: Want): Words {
  if ('is' in want) return same(want.is === '' ? '""' : want.is);
  if ('oneOf' in want) return { en: want.oneOf.join(' or '), zh: want.oneOf.join(' 或 ') };
  if ('atLeast' in want) return same(`≥ ${want.atLeast}`);
  if ('atMost' in want) return same(`≤ ${want.atMost}`);
  if ('has' in want) return { en: `with ${want.has.join(', ')}`, zh: `包含 ${want.has.join('、')}` };
  if ('hasNot' in want) return { en: `without ${want.hasNot.join(', ')}`, zh: `不含 ${want.hasNot.join('、')}` };
  return want.matches === '.' ? { en: 'not empty', zh: '不为空' } : same(`/${want.matches}/`);
}

const same = (text: string): Words => ({ en: text, zh: text });
