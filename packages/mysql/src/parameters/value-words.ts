const units: Readonly<Record<string, bigint>> = {
  '': 1n,
  k: 1n << 10n,
  m: 1n << 20n,
  g: 1n << 30n,
  t: 1n << 40n,
  p: 1n << 50n,
  e: 1n << 60n,
};
const on = new Set(['on', '1', 'true', 'yes']);
const off = new Set(['off', '0', 'false', 'no']);

/** As servers read switches, in any case. */
export const isOn = (text: string): boolean => on.has(text.trim().toLowerCase());
export const isOff = (text: string): boolean => off.has(text.trim().toLowerCase());

/** `16M` → 16777216n; undefined for what is no whole number. */
export function wholeOf(text: string): bigint | undefined {
  const found = /^([+-]?\d{1,20})([kmgtpe]?)b?$/i.exec(text.trim());
  const unit = units[(found?.[2] ?? '').toLowerCase()];
  return found?.[1] === undefined || unit === undefined ? undefined : BigInt(found[1]) * unit;
}

/** `a, b,` → ['a', 'b']. */
export const listOf = (text: string): readonly string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
