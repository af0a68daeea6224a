import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { Words } from '@myriad/contract';
import { harmlessText } from '../../findings/index.ts';
import { type AllowCheck, plainAddress } from './network.ts';

/** How names become addresses; a test holds its own. */
export type Resolve = (name: string) => Promise<readonly string[]>;

export const systemResolve: Resolve = async (name) =>
  (await lookup(name, { all: true, verbatim: true })).map(({ address }) => address);

export type Allowed =
  | { readonly ok: true; readonly address: string }
  | { readonly ok: false; readonly why: 'not-allowed' | 'no-address'; readonly words: Words };

const resolveSeconds = 5;

/**
 * The one address to connect to, checked; a name is resolved here once and never again, so that it cannot lead elsewhere
 * afterwards. With an empty list no name is resolved at all: a look-up tells others what one looks for.
 */
export async function resolveAllowed(host: string, allow: AllowCheck, resolve: Resolve): Promise<Allowed> {
  const shown = harmlessText(host, 253);
  if (allow.isEmpty) return refused(shown);
  const literal = host.replace(/^\[(.*)\]$/, '$1');
  if (isIP(literal) !== 0 || literal.includes('%')) {
    const address = plainAddress(literal);
    return address !== undefined && allow.allows(address) ? { ok: true, address } : refused(shown);
  }
  if (!/^[a-z0-9_]([a-z0-9._-]{0,251}[a-z0-9_.])?$/i.test(host))
    return {
      ok: false,
      why: 'no-address',
      words: { en: `${shown} is no name of a host.`, zh: `${shown} 不是主机名。` },
    };
  const found = await within(resolve(host), resolveSeconds * 1000).catch(() => []);
  const addresses = found.flatMap((address) => plainAddress(address) ?? []);
  if (addresses.length === 0)
    return {
      ok: false,
      why: 'no-address',
      words: { en: `The name ${shown} leads to no address.`, zh: `名称 ${shown} 无法解析出地址。` },
    };
  const address = addresses.find(allow.allows);
  return address === undefined ? refused(`${shown} (${addresses.slice(0, 4).join(', ')})`) : { ok: true, address };
}

const refused = (address: string): Allowed => ({
  ok: false,
  why: 'not-allowed',
  words: {
    en: `${address} is in no network of the allow-list; nothing was sent to it.`,
    zh: `${address} 不在网络白名单的任何网段内，未向其发送任何内容。`,
  },
});

function within<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('too slow')), milliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
