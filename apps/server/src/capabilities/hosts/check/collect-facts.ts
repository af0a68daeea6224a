import type { HostSession } from '@myriad/paths';
import type { Clock } from '../../../platform/clock/clock.ts';
import { collectHostFacts } from '../actions/collect-host-facts.ts';
import type { HostFacts } from './facts.ts';

interface Options {
  readonly baseDirectory: string;
  readonly diskSample: boolean;
  readonly signal?: AbortSignal;
}

/** Goes through everything the judge wants to know. Facts that could not be learned are null. */
export async function collectFacts(session: HostSession, clock: Clock, options: Options): Promise<HostFacts> {
  const { baseDirectory, diskSample, signal } = options;
  const limits = { timeoutSeconds: 90, ...(signal ? { signal } : {}) };
  const collected = await session.action(collectHostFacts, { baseDirectory, diskSample }, limits);
  return { ...collected, ...(await measureClock(session, clock, signal)) };
}

/** Host clock minus ours, from the quickest of three looks; the error is half its round trip plus the grain of the clock. */
export async function measureClock(
  session: HostSession,
  clock: Clock,
  signal?: AbortSignal,
): Promise<Pick<HostFacts, 'clockOffsetMs' | 'clockErrorMs'>> {
  let best: { clockOffsetMs: number; clockErrorMs: number } | undefined;
  for (let look = 0; look < 3; look++) {
    const sentAt = clock.now();
    const { stdout } = await session.exec(['date', '+%s %N'], { timeoutSeconds: 10, ...(signal ? { signal } : {}) });
    const roundTrip = clock.now() - sentAt;
    const read = readDate(stdout);
    if (!read) continue;
    const clockErrorMs = roundTrip / 2 + read.grainMs;
    if (!best || clockErrorMs < best.clockErrorMs)
      best = { clockOffsetMs: read.at - (sentAt + roundTrip / 2), clockErrorMs };
  }
  return best ?? { clockOffsetMs: null, clockErrorMs: null };
}

/** `date +%s %N`; without nanoseconds (busybox) the clock is read to half a second. */
export function readDate(text: string): { readonly at: number; readonly grainMs: number } | undefined {
  const [, seconds, nanos] = /^(\d{9,12}) (\S*)\s*$/.exec(text) ?? [];
  if (seconds === undefined) return undefined;
  if (nanos !== undefined && /^\d{9}$/.test(nanos))
    return { at: Number(seconds) * 1000 + Number(nanos) / 1e6, grainMs: 1 };
  return { at: Number(seconds) * 1000 + 500, grainMs: 500 };
}
