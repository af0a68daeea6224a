const words: Readonly<Record<string, string>> = { on: '1', off: '0', true: '1', false: '0', yes: '1', no: '0' };
const sizes: Readonly<Record<string, bigint>> = { k: 2n ** 10n, m: 2n ** 20n, g: 2n ** 30n, t: 2n ** 40n };

/** One way to write what option files, SET and SHOW write differently: `1G`, `ON`, quotes, the order of a list. */
function plain(value: string): string {
  const text = value.trim().toLowerCase();
  const known = words[text];
  if (known !== undefined) return known;
  const size = /^(\d+)([kmgt])b?$/.exec(text);
  if (size?.[1] && size[2]) return String(BigInt(size[1]) * (sizes[size[2]] ?? 1n));
  if (/^\d+\.\d+$/.test(text)) return String(Number(text));
  return text
    .replace(/\/+$/, '')
    .split(',')
    .map((part) => part.trim())
    .sort()
    .join(',');
}

/** Do two texts mean the same value? `ON` is `1`, `1G` is 1073741824, a list is the same in any order. Pure. */
export const sameValue = (one: string, other: string): boolean => one === other || plain(one) === plain(other);
