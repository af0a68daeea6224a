import { isIP } from 'node:net';
import { partValue } from '@myriad/mysql';
import type { Seen } from './look-at-server.ts';

export interface Neighbour {
  readonly host: string;
  readonly port: number;
  /** Its address is known and its port is guessed: it counts only if it turns out to follow the server that spoke of it. */
  readonly guessed: boolean;
}

const isLoopback = (host: string): boolean => /^(localhost(\.localdomain)?|127(\.\d+){3}|::1)$/i.test(host);

/** What a server calls localhost is its own machine, not ours. */
const asSeenFrom = (host: string, address: string): string =>
  isLoopback(host) && !isLoopback(address) ? address : host;

/**
 * Whom a server speaks of: its sources by its channels, its replicas by their dump threads (the address only, so ports are
 * tried) or by what they registered where we may ask for it, members of its group. Pure.
 */
export function neighboursOf(
  { look, registered }: Seen,
  at: { readonly address: string; readonly port: number; readonly ports: readonly number[] },
): readonly Neighbour[] {
  if (look.state !== 'answered') return [];
  const { glance, portrait } = look;
  const { address, port, ports } = at;
  const sources = glance.channels.map(({ source }) => ({ ...source, guessed: false }));
  const members = (partValue(portrait?.groupMembers) ?? []).map(({ host, port }) => ({ host, port, guessed: false }));
  const told = registered.filter(({ host }) => host !== '').map(({ host, port }) => ({ host, port, guessed: false }));
  const threads = partValue(portrait?.dumpThreads) ?? [];
  const hosts = [...new Set(threads.map(({ host }) => host))];
  const tried = [...new Set([port, ...ports, ...registered.map((one) => one.port)])];
  const guesses = hosts.flatMap((host) => tried.map((port) => ({ host, port, guessed: true })));
  const all = [...sources, ...members, ...told, ...guesses]
    .map((one) => ({ ...one, host: asSeenFrom(one.host, address) }))
    .filter(
      ({ host, port }) => host !== '' && host !== '<NULL>' && Number.isInteger(port) && port > 0 && port < 65_536,
    );
  return [...new Map(all.toReversed().map((one) => [`${one.host.toLowerCase()} ${one.port}`, one])).values()]
    .toReversed()
    .filter((one) => !(isIP(one.host) !== 0 && one.host === address && one.port === port));
}
