import type { MetricStep } from '@myriad/contract';

/** Points of one instance, one after another, every metric of each. */
export interface PutEntry {
  readonly instanceId: string;
  /** Ten seconds since 1970. */
  readonly first: number;
  readonly values: Float32Array;
  /** Bring the coarsest tier up to date too. */
  readonly derive: boolean;
}

export interface ReadQuery {
  readonly instanceId: string;
  readonly step: MetricStep;
  /** Steps since 1970. */
  readonly first: number;
  readonly count: number;
  /** Columns. */
  readonly metrics: readonly number[];
}

export interface ReadSeries {
  /** One a metric asked for; NaN: not known. */
  readonly mean: readonly Float32Array[];
  readonly highest: readonly Float32Array[];
}

/** To the thread that has the file. */
export type Asked =
  | { readonly kind: 'put'; readonly entries: readonly PutEntry[]; readonly at: number }
  | { readonly kind: 'read'; readonly query: ReadQuery }
  | { readonly kind: 'forget'; readonly before: number }
  | { readonly kind: 'close' };

export type Request = Asked & { readonly id: number };

export type Answered =
  | { readonly id: number; readonly ok: true; readonly result: ReadSeries | number | undefined }
  | { readonly id: number; readonly ok: false; readonly because: string };
