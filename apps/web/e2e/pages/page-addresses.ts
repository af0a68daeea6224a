import { readFile } from 'node:fs/promises';

/** Example addresses of the pages about one thing, by the pattern they stand under in `routes.tsx`. */
export type Examples = Readonly<Record<string, readonly string[]>>;

const routesFile = new URL('../../src/routes.tsx', import.meta.url);

/** Every pattern of `routes.tsx`, as written there. It is read as text: Node does not import `.tsx`. */
export async function listPatterns(): Promise<readonly string[]> {
  return patternsIn(await readFile(routesFile, 'utf8'));
}

/** @throws where a page is written in another way than the others, so that none is passed over. */
export function patternsIn(source: string): readonly string[] {
  const patterns = [...source.matchAll(/(?<!const )\bpage\(\s*'([^']*)'/g)].map(([, pattern]) => pattern ?? '');
  const calls = [...source.matchAll(/(?<!const )\bpage\(/g)].length;
  if (calls !== patterns.length)
    throw new Error(`${calls} pages, but ${patterns.length} written as page('pattern', …)`);
  return patterns;
}

export const isAboutOne = (pattern: string): boolean => /:\w+(?!\w*\?)/.test(pattern);

export interface PageAddress {
  readonly address: string;
  /** Its tabs have addresses of their own below this one. */
  readonly hasParts: boolean;
}

/** The addresses of all patterns. @throws naming the pages about one thing that have no example. */
export function addressesOf(patterns: readonly string[], examples: Examples): readonly PageAddress[] {
  const missing = patterns.filter((pattern) => isAboutOne(pattern) && !examples[pattern]?.length);
  if (missing.length > 0) throw new Error(`no example for: ${missing.join(', ')}`);
  return patterns.flatMap((pattern) => {
    const hasParts = pattern.endsWith('/:part?');
    const addresses = examples[pattern] ?? [pattern.replace(/\/:\w+\?$/, '')];
    return addresses.map((address) => ({ address: `/${address.replace(/^\//, '')}`, hasParts }));
  });
}
