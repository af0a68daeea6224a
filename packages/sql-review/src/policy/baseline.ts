import { PolicyFault } from './policy-fault.ts';

/** Findings somebody took over as they were: how often each rule found something in statements of a fingerprint. */
export interface Baseline {
  readonly counts: ReadonlyMap<string, number>;
}

export interface BaselineEntry {
  readonly fingerprint: string;
  readonly rule: string;
  readonly count: number;
}

const keyOf = (fingerprint: string, rule: string): string => `${fingerprint} ${rule}`;

/** @throws PolicyFault */
export function readBaseline(text: string): Baseline {
  const counts = new Map<string, number>();
  const entries = entriesOf(text);
  for (const entry of entries) {
    if (!isEntry(entry)) throw notBaseline;
    counts.set(keyOf(entry.fingerprint, entry.rule), entry.count);
  }
  return { counts };
}

const notBaseline = new PolicyFault(1, {
  en: 'This is no baseline. Write one with: myriad review FILE… --baseline FILE --write-baseline',
  zh: '不是基线文件。可这样生成：myriad review 文件… --baseline 文件 --write-baseline',
});

function entriesOf(text: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && 'findings' in value && Array.isArray(value.findings))
      return value.findings;
  } catch {
    // The same answer as for any other text.
  }
  throw notBaseline;
}

const isEntry = (value: unknown): value is BaselineEntry =>
  typeof value === 'object' &&
  value !== null &&
  'fingerprint' in value &&
  typeof value.fingerprint === 'string' &&
  'rule' in value &&
  typeof value.rule === 'string' &&
  'count' in value &&
  Number.isInteger(value.count);

/** Counts findings on their way through a run, so that what comes more often than it did is new. */
export function spendBaseline({ counts }: Baseline): (fingerprint: string, rule: string) => boolean {
  const left = new Map(counts);
  return (fingerprint, rule) => {
    const key = keyOf(fingerprint, rule);
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    return count > 0;
  };
}

/** Collects what a run found; `write` gives the file, sorted, so that changes of it are easily read. */
export function collectBaseline() {
  const counts = new Map<string, number>();
  return {
    add: (fingerprint: string, rule: string): void => {
      const key = keyOf(fingerprint, rule);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    },
    write: (): string => {
      const rows = [...counts]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, count]) => {
          const [fingerprint, rule] = key.split(' ');
          return `    ${JSON.stringify({ fingerprint, rule, count })}`;
        });
      return `{\n  "version": 1,\n  "findings": [\n${rows.join(',\n')}\n  ]\n}\n`;
    },
  };
}
