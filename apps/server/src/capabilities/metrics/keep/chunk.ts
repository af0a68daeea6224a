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

const format = 1;
const headBytes = 2;
const size = chunkPoints * metricCount;

export const emptyChunk = ({ withHighest }: Tier): Chunk => ({
  mean: new Float32Array(size).fill(Number.NaN),
  highest: new Float32Array(withHighest ? size : 0).fill(Number.NaN),
});

/** Where a point of a metric stands. */
export const pointAt = (metric: number, point: number): number => metric * chunkPoints + point;

const bytesOf = ({ buffer, byteOffset, byteLength }: Float32Array) => new Uint8Array(buffer, byteOffset, byteLength);

export function packChunk({ mean, highest }: Chunk): Uint8Array {
  const raw = Buffer.concat([bytesOf(mean), bytesOf(highest)]);
  return Buffer.concat([Buffer.from([format, metricCount]), deflateRawSync(raw, { level: 1 })]);
}

/** What cannot be read is empty: a chart with a gap, not one without an answer. */
export function unpackChunk(body: Uint8Array, tier: Tier): Chunk {
  const chunk = emptyChunk(tier);
  const [found, count = 0] = body;
  if (found !== format || count === 0) return chunk;
  const parts = tier.withHighest ? 2 : 1;
  const bytes = chunkPoints * count * 4;
  let raw: Buffer;
  try {
    raw = inflateRawSync(body.subarray(headBytes), { maxOutputLength: bytes * parts });
  } catch {
    return chunk;
  }
  if (raw.length !== bytes * parts) return chunk;
  // Written when there were fewer metrics: the new ones are not known for then.
  const kept = Math.min(count, metricCount) * chunkPoints;
  const floats = new Float32Array(Uint8Array.from(raw).buffer);
  chunk.mean.set(floats.subarray(0, kept));
  if (tier.withHighest) chunk.highest.set(floats.subarray(chunkPoints * count, chunkPoints * count + kept));
  return chunk;
}
