import { BlockList, isIP } from 'node:net';
import type { Words } from '@myriad/contract';

/** Wider than this is a slip of the pen, or the Internet. */
const widest = { 4: 8, 6: 16 } as const;

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly words: Words };

const wrong = (en: string, zh: string): { readonly ok: false; readonly words: Words } => ({
  ok: false,
  words: { en, zh },
});

/** `10.20.0.0/16`, or one address; gives its one normal form. Bits beyond the prefix are a mistake somebody should look at. */
export function parseNetwork(text: string): Parsed<string> {
  const [address = '', bits, ...rest] = text.trim().split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0 || address.includes('%'))
    return wrong(
      'is no network: write it as 10.20.0.0/16 or 2001:db8::/32',
      '不是网段：应写作 10.20.0.0/16 或 2001:db8::/32',
    );
  const family = version === 4 ? 4 : 6;
  const all = family === 4 ? 32 : 128;
  const prefix = bits === undefined ? all : /^\d{1,3}$/.test(bits) ? Number(bits) : -1;
  if (prefix < 0 || prefix > all)
    return wrong(`has no prefix length from 0 to ${all} behind the slash`, `斜杠后应为 0 到 ${all} 的前缀长度`);
  if (prefix < widest[family])
    return wrong(
      `is wider than /${widest[family]}: name the networks of your databases`,
      `范围大于 /${widest[family]}：请填写数据库实际所在的网段`,
    );
  const number = numberOf(address, family);
  const host = BigInt(all - prefix);
  const first = (number >> host) << host;
  const normal = `${addressText(first, family)}/${prefix}`;
  if (first !== number)
    return wrong(`has bits behind its prefix; did you mean ${normal}?`, `前缀之后仍有非零位，是否应为 ${normal}？`);
  return { ok: true, value: normal };
}

/** One spelling an address: IPv4 written as IPv6 is IPv4, as the kernel connects to it. undefined: no address, or one with a zone. */
export function plainAddress(text: string): string | undefined {
  if (text.includes('%')) return undefined;
  const version = isIP(text);
  if (version === 4) return text;
  if (version !== 6) return undefined;
  const number = numberOf(text, 6);
  const mapped = number >> 32n === 0xffffn;
  return mapped ? addressText(number & 0xffffffffn, 4) : addressText(number, 6);
}

export interface AllowCheck {
  readonly isEmpty: boolean;
  /** Of an address, never of a name. */
  allows(address: string): boolean;
}

/** @param networks in normal form */
export function allowCheck(networks: readonly string[]): AllowCheck {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    list.addSubnet(address, Number(bits), isIP(address) === 4 ? 'ipv4' : 'ipv6');
  }
  return {
    isEmpty: networks.length === 0,
    allows: (text) => {
      const address = plainAddress(text);
      return address !== undefined && list.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6');
    },
  };
}

function numberOf(address: string, family: 4 | 6): bigint {
  if (family === 4) return address.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n);
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(address);
  const text = dotted ? `${dotted[1]}${groupsOf(numberOf(dotted[2] ?? '', 4), 2).join(':')}` : address;
  const [head = '', tail] = text.split('::');
  const [left, right] = [head, tail ?? ''].map((part) => part.split(':').filter(Boolean));
  const gap = tail === undefined ? 0 : 8 - (left?.length ?? 0) - (right?.length ?? 0);
  const groups = [...(left ?? []), ...Array.from({ length: gap }, () => '0'), ...(right ?? [])];
  return groups.reduce((sum, group) => sum * 65_536n + BigInt(Number.parseInt(group, 16)), 0n);
}

const groupsOf = (number: bigint, count: number): string[] =>
  Array.from({ length: count }, (_, at) => ((number >> BigInt(16 * (count - 1 - at))) & 0xffffn).toString(16));

function addressText(number: bigint, family: 4 | 6): string {
  if (family === 4) return [24n, 16n, 8n, 0n].map((shift) => String((number >> shift) & 255n)).join('.');
  // The one form of RFC 5952, as URL parsing knows it.
  return new URL(`http://[${groupsOf(number, 8).join(':')}]`).hostname.slice(1, -1);
}
