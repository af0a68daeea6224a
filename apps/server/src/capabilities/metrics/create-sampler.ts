import { readCounters } from '@myriad/mysql';
import type { Clock } from '../../platform/clock/clock.ts';
import type { AskBeside } from '../sweeps/index.ts';
import type { PutEntry } from './keep/messages.ts';
import type { MetricsKeeper } from './keep/metrics-keeper.ts';
import { follows, readValues, type Sample } from './read-values.ts';
import { copyPoints, newSeries, pointMilliseconds, putPoint, type Series, takePoints } from './sample-buffer.ts';

export interface SamplerParts {
  readonly clock: Clock;
  readonly keeper: MetricsKeeper;
  /** Of the sweep that carries it. */
  readonly periodSeconds: number;
}

export interface LatestSample {
  readonly at: number;
  /** In the order of the definitions; NaN: not known. */
  readonly values: Float32Array;
}

/** Samples each instance over the connection the sweep keeps, every ten seconds at most. */
export interface Sampler {
  /** For the sweep: one statement more after a look that was answered. */
  readonly beside: AskBeside;
  latest(instanceId: string): LatestSample | undefined;
  /** Hands what is known of an instance to the file, so that it can be read there. */
  settle(instanceId: string): void;
  onSample(instanceId: string, wake: () => void): () => void;
  start(): void;
  stop(): Promise<void>;
}

const statementSeconds = 3;
/** Five lines a counter would be long. */
const mostAnswerBytes = 64 * 1024;
const gatherMilliseconds = 1000;
const mostGathered = 250;
const tidyMilliseconds = 3_600_000;
const keptMilliseconds = 8 * 86_400_000;

export function createSampler({ clock, keeper, periodSeconds }: SamplerParts): Sampler {
  const known = new Map<string, Series>();
  const listeners = new Map<string, Set<() => void>>();
  const longestSeconds = 2.5 * Math.max(periodSeconds, pointMilliseconds / 1000);
  let gathered: PutEntry[] = [];
  let gathering: NodeJS.Timeout | undefined;
  let tidying: NodeJS.Timeout | undefined;

  function post(): void {
    clearTimeout(gathering);
    gathering = undefined;
    if (gathered.length > 0) keeper.put(gathered, clock.now());
    gathered = [];
  }

  function gather(entry: PutEntry | undefined): void {
    if (!entry) return;
    gathered.push(entry);
    if (gathered.length >= mostGathered) post();
    else gathering ??= setTimeout(post, gatherMilliseconds).unref();
  }

  function take(instanceId: string, sample: Sample): void {
    const series = known.get(instanceId) ?? newSeries(instanceId, sample, known.size);
    const before = follows(sample, known.has(instanceId) ? series.sample : undefined, longestSeconds)
      ? series.sample
      : undefined;
    known.set(instanceId, series);
    readValues(sample, before, series.latest, 0);
    series.sample = sample;
    const point = Math.floor(sample.at / pointMilliseconds);
    // It speaks for all the time since the one it follows; a turn early or late leaves no hole.
    const from = before ? Math.min(point, Math.floor(before.at / pointMilliseconds) + 1) : point;
    for (let at = from; at <= point; at++) gather(putPoint(series, at));
    for (const wake of listeners.get(instanceId) ?? []) wake();
  }

  function tidy(): void {
    const now = clock.now();
    for (const series of known.values())
      if (now - series.sample.at > tidyMilliseconds) {
        gather(takePoints(series, true));
        known.delete(series.instanceId);
      }
    keeper.forget(now - keptMilliseconds);
  }

  return {
    beside: async ({ sql, version, instanceId, glance }) => {
      const series = known.get(instanceId);
      // A sweep faster than the points costs no more statements.
      if (series && Math.abs(clock.now() - series.sample.at) < 0.9 * pointMilliseconds) return;
      const limits = { timeoutSeconds: statementSeconds, maxOutputBytes: mostAnswerBytes };
      const counters = await readCounters(sql, version, limits);
      const lags = glance.channels.map(({ lagSeconds }) => lagSeconds ?? Number.NaN);
      const lagSeconds = lags.length === 0 ? null : Math.max(...lags);
      const server = `${glance.serverUuid}/${glance.serverId}`;
      take(instanceId, { at: clock.now(), server, counters, lagSeconds });
    },
    latest: (instanceId) => {
      const series = known.get(instanceId);
      return series && { at: series.sample.at, values: series.latest };
    },
    settle: (instanceId) => {
      const series = known.get(instanceId);
      if (series) gather(copyPoints(series, true));
      post();
    },
    onSample: (instanceId, wake) => {
      const own = () => wake();
      const those = listeners.get(instanceId) ?? new Set();
      listeners.set(instanceId, those.add(own));
      return () => {
        those.delete(own);
        if (those.size === 0) listeners.delete(instanceId);
      };
    },
    start: () => {
      tidying ??= setInterval(tidy, tidyMilliseconds).unref();
    },
    stop: async () => {
      clearInterval(tidying);
      for (const series of known.values()) gather(takePoints(series, true));
      post();
      known.clear();
      await keeper.close();
    },
  };
}
