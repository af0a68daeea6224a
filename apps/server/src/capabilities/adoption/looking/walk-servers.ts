import type { Words } from '@myriad/contract';
import type { ObservedServer } from '@myriad/topology';
import { harmlessText } from '../../findings/index.ts';
import type { HostWays } from '../../paths/index.ts';
import type { AllowCheck } from '../network/network.ts';
import { type Resolve, resolveAllowed } from '../network/resolve-allowed.ts';
import type { ServerToLook } from '../reading/read-servers.ts';
import { inParallel } from './in-parallel.ts';
import { lookAtServer, type Seen } from './look-at-server.ts';
import { neighboursOf } from './neighbours.ts';
import { isSameServer } from './same-server.ts';

export interface WalkParts {
  readonly ways: Pick<HostWays, 'openServer'>;
  readonly now: () => number;
  readonly allow: AllowCheck;
  readonly resolve: Resolve;
}

export interface WalkOptions {
  readonly follow: boolean;
  readonly ports: readonly number[];
  readonly signal: AbortSignal;
}

/** One server, with how we came to it. */
export interface Walked {
  readonly server: ObservedServer;
  readonly seen: Seen;
  readonly wanted: ServerToLook;
  /** The checked address it was looked at; undefined: it was not. */
  readonly address: string | undefined;
}

export interface Progress {
  known: number;
  looked: number;
  answered: number;
  readonly now: Set<string>;
}

export interface WalkEnd {
  readonly walked: readonly Walked[];
  readonly leftOut: readonly { readonly server: string; readonly because: Words }[];
}

type Wanted = ServerToLook & { readonly guessed: boolean; readonly named: boolean };

const atOnce = 6;
/** Replicas of replicas of replicas: deeper is not looked for, so that a fleet that lies has an end. */
const mostSteps = 4;
const mostFollowed = 300;
const mostLeftOut = 200;

const addressText = (address: string, port: number): string =>
  address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;

/** The named servers and those they speak of, each address checked against the list before anything is sent there. */
export async function walkServers(
  parts: WalkParts,
  named: readonly ServerToLook[],
  { follow, ports, signal }: WalkOptions,
  progress: Progress,
): Promise<WalkEnd> {
  const walked = new Map<string, Walked>();
  const leftOut = new Map<string, Words>();
  const asked = new Set<string>();
  const leave = (server: string, because: Words) => {
    if (leftOut.size < mostLeftOut) leftOut.set(harmlessText(server, 260), because);
  };

  async function visit(wanted: Wanted): Promise<Walked | undefined> {
    const { host, port } = wanted;
    const shown = addressText(host, port);
    const allowed = await resolveAllowed(host, parts.allow, parts.resolve);
    if (!allowed.ok) {
      if (!wanted.guessed) leave(shown, allowed.words);
      if (wanted.named) keep({ wanted, look: { state: 'not-looked' }, id: shown, address: undefined });
      return undefined;
    }
    const id = addressText(allowed.address, port);
    if (asked.has(id)) return undefined;
    asked.add(id);
    progress.now.add(harmlessText(shown, 100));
    const at = { address: allowed.address, port, ...wanted.login };
    const seen = await lookAtServer(parts.ways, at, { now: parts.now, signal }).finally(() =>
      progress.now.delete(harmlessText(shown, 100)),
    );
    progress.looked += 1;
    if (wanted.guessed && !(seen.look.state === 'answered' && seen.look.glance.channels.length > 0)) return undefined;
    if (!wanted.named && [...walked.values()].some((other) => isSameServer(other.seen, seen))) return undefined;
    if (seen.look.state === 'answered') progress.answered += 1;
    return keep({ wanted, look: seen.look, id, address: allowed.address, seen });
  }

  function keep(one: {
    wanted: Wanted;
    look: Seen['look'];
    id: string;
    address: string | undefined;
    seen?: Seen;
  }): Walked {
    const { wanted, look, id, address, seen = { look, held: [], registered: [] } } = one;
    const { host, port, name } = wanted;
    const entry = { server: { id, host, port, look, ...(name ? { name } : {}) }, seen, wanted, address };
    walked.set(id, entry);
    return entry;
  }

  let wave: readonly Wanted[] = named.map((one) => ({ ...one, guessed: false, named: true }));
  let followed = 0;
  for (let step = 0; wave.length > 0 && step <= mostSteps && !signal.aborted; step++) {
    progress.known += wave.length;
    const ended = await inParallel(wave, atOnce, async (one) => {
      if (signal.aborted) return undefined;
      return visit(one).catch((error: unknown) => {
        if (!signal.aborted) throw error;
        return undefined;
      });
    });
    if (!follow) break;
    const next = new Map<string, Wanted>();
    for (const one of ended) {
      if (!one?.address) continue;
      const at = { address: one.address, port: one.server.port, ports };
      for (const { host, port, guessed } of neighboursOf(one.seen, at)) {
        const key = addressText(host.toLowerCase(), port);
        if (asked.has(key) || next.has(key)) continue;
        if (followed >= mostFollowed) {
          leave(key, {
            en: `More than ${mostFollowed} servers were heard of.`,
            zh: `涉及的服务器超过 ${mostFollowed} 个。`,
          });
          continue;
        }
        followed += 1;
        next.set(key, { host, port, guessed, named: false, login: one.wanted.login });
      }
    }
    wave = [...next.values()];
  }
  if (signal.aborted)
    for (const one of wave)
      if (!asked.has(addressText(one.host, one.port)) && !one.guessed)
        leave(addressText(one.host, one.port), {
          en: 'The discovery ended before it was its turn.',
          zh: '发现结束时尚未轮到。',
        });
  return { walked: [...walked.values()], leftOut: [...leftOut].map(([server, because]) => ({ server, because })) };
}
