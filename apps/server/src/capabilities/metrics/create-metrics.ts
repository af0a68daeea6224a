import type { Clock } from '../../platform/clock/clock.ts';
import type { Log } from '../../platform/log/log.ts';
import type { AskBeside } from '../sweeps/index.ts';
import { createSampler, type Sampler } from './create-sampler.ts';
import { createMetricsKeeper, type MetricsKeeper } from './keep/metrics-keeper.ts';

export interface MetricsOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** Made when it is not there. */
  readonly file: string;
  /** Of the sweep that carries it. */
  readonly periodSeconds: number;
}

/** The door: `beside` is handed to the sweep. */
export interface Metrics {
  readonly beside: AskBeside;
  readonly sampler: Sampler;
  readonly keeper: MetricsKeeper;
  start(): void;
  /** Writes what is left. After the sweep has stopped. */
  stop(): Promise<void>;
}

export function createMetrics({ clock, log, file, periodSeconds }: MetricsOptions): Metrics {
  const keeper = createMetricsKeeper({ file, log });
  const sampler = createSampler({ clock, keeper, periodSeconds });
  return { beside: sampler.beside, sampler, keeper, start: sampler.start, stop: sampler.stop };
}
