import type { CheckVerdict, Words } from '@myriad/contract';
import type { CheckSpec } from './check-spec.ts';
import type { HostFacts } from './facts.ts';

export interface Judgement {
  readonly verdict: CheckVerdict['verdict'];
  readonly words: Words;
  readonly next?: Words;
  readonly measured?: string;
}

/** One item of the host check: a pure reading of facts against the spec. */
export interface CheckItem {
  /** Stored for ever. */
  readonly item: string;
  readonly title: Words;
  /** Without an answer here the host does not enter the pool. */
  readonly essential?: boolean;
  readonly judge: (facts: HostFacts, spec: CheckSpec) => Judgement;
}

export const pass = (words: Words, measured?: string): Judgement => ({
  verdict: 'pass',
  words,
  ...(measured === undefined ? {} : { measured }),
});

const notWell =
  (verdict: 'warn' | 'fail' | 'unknown') =>
  (words: Words, next: Words, measured?: string): Judgement => ({
    verdict,
    words,
    next,
    ...(measured === undefined ? {} : { measured }),
  });

export const warn = notWell('warn');
export const fail = notWell('fail');
export const unknown = notWell('unknown');

/** What could not be learned, with where to look by hand. */
export const notLearned = (what: Words, where: string): Judgement =>
  unknown(
    { en: `${what.en} could not be learned.`, zh: `未能获取${what.zh}。` },
    { en: `Look by hand: ${where}`, zh: `请手工查看：${where}` },
  );

/** Binary units, one digit after the point where it says something. */
export function sizeText(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}

/** Is dotted version `a` older than `b`? */
export function isOlder(a: string, b: string): boolean {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
