import type { Dialect } from '../dialect.ts';
import { digestText } from './digest-text.ts';

const prime = 1_099_511_628_211n;
const mask = 0xffff_ffff_ffff_ffffn;

/** 16 hex digits that two statements share exactly when their digest texts are the same (FNV-1a, 64 bits). */
export function fingerprint(text: string, dialect: Dialect, start = 0, end = text.length): string {
  let hash = 14_695_981_039_346_656_037n;
  for (const byte of new TextEncoder().encode(digestText(text, dialect, start, end)))
    hash = ((hash ^ BigInt(byte)) * prime) & mask;
  return hash.toString(16).padStart(16, '0');
}
