import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { metricCount } from '../definitions.ts';
import { chunkPoints, type Tier } from './tiers.ts';

/**
 * Thirty points of every metric, metric by metric (what hardly moves packs well): `mean`, and above the finest tier `highest`.
 * NaN: not known.
 */
export interface Chunk {
  readonly mean: Float32Array;
  /** Empty in the finest tier. */
  readonly highest: Float32Array;
}

/** The first byte: how the rest is kept. */
const formats = { packed: 1, plain: 2 } as const;
/** A small window: what repeats lies close together, and a larger one costs more to set up than it saves. */
const effort = { level: 1, windowBits: 12, memLevel: 6 } as const;
const headBytes = 2;
const size = chunkPoints * metricCount;

export const emptyChunk = ({ withHighest }: Tier): Chunk => ({
  mean: new Float32Array(size).fill(Number.NaN),
  highest: new Float32Array(withHighest ? size : 0).fill(Number.NaN),
});

/** Where a point of a metric stands. */
export const pointAt = (metric: number, point: number): number => metric * chunkPoints + point;

const bytesOf = ({ buffer, byteOffset, byteLength }: Float32Array) => new Uint8Array(buffer, byteOffset, byteLength);

/** One that still grows is written plainly: it is written again within minutes. */
export function packChunk({ mean, highest }: Chunk, isOver: boolean): Uint8Array {
  const raw = [bytesOf(mean), bytesOf(highest)];
  const format = isOver ? formats.packed : formats.plain;
  const body = isOver ? [deflateRawSync(Buffer.concat(raw), effort)] : raw;
  return Buffer.concat([Buffer.from([format, metricCount]), ...body]);
}

/** What cannot be read is empty: a chart with a gap, not one without an answer. */
export function unpackChunk(body: Uint8Array, tier: Tier): Chunk {
  const chunk = emptyChunk(tier);
  const [found, count = 0] = body;
  if (count === 0) return chunk;
  const parts = tier.withHighest ? 2 : 1;
  const bytes = chunkPoints * count * 4;
  const raw = rawOf(found, body.subarray(headBytes), bytes * parts);
  if (raw?.length !== bytes * parts) return chunk;
  // Written when there were fewer metrics: the new ones are not known for then.
  const kept = Math.min(count, metricCount) * chunkPoints;
  const floats = new Float32Array(Uint8Array.from(raw).buffer);
  chunk.mean.set(floats.subarray(0, kept));
  if (tier.withHighest) chunk.highest.set(floats.subarray(chunkPoints * count, chunkPoints * count + kept));
  return chunk;
}

function rawOf(format: number | undefined, body: Uint8Array, most: number): Uint8Array | undefined {
  if (format === formats.plain) return body;
  if (format !== formats.packed) return undefined;
  try {
    return inflateRawSync(body, { maxOutputLength: most });
  } catch {
    return undefined;
  }
}
