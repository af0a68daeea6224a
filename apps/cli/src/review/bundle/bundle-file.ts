import { statSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The checkout this file stands in. */
export const checkout = join(import.meta.dirname, '../../../../..');

// In `node_modules`: what stays outside of the bundle is found from there, and it goes when they go.
export const folderIn = (root: string): string => join(root, 'node_modules/.cache/myriad-review');
const listingIn = (root: string): string => join(folderIn(root), 'bundle.json');

/** What a bundle was made of; a change of any of it makes it stale. */
interface Listing {
  readonly file: string;
  /** From the root; size in bytes, time of change in milliseconds. */
  readonly inputs: readonly (readonly [path: string, size: number, changedAt: number])[];
}

/** Absolute path of the bundle; `undefined` where there is none, or something it was made of has changed since. */
export async function findFreshBundle(root: string): Promise<string | undefined> {
  const known = await readListing(root);
  const isUnchanged = ([path, size, changedAt]: Listing['inputs'][number]): boolean => {
    const found = statSync(join(root, path), { throwIfNoEntry: false });
    return found !== undefined && found.size === size && found.mtimeMs === changedAt;
  };
  return known?.inputs.every(isUnchanged) ? join(folderIn(root), known.file) : undefined;
}

export interface Bundle {
  readonly name: string;
  readonly code: string;
  /** What it was made of, from the root. */
  readonly paths: readonly string[];
  /** When its making began: what was written about then may be in it or not. */
  readonly begunAt: number;
}

/** @throws where nobody may write there, or the sources are being changed */
export async function keepBundle(root: string, { name, code, paths, begunAt }: Bundle): Promise<void> {
  const inputs = paths.map((path) => {
    const { size, mtimeMs } = statSync(join(root, path));
    if (mtimeMs > begunAt - 1000) throw new Error(`${path} has just been changed`);
    return [path, size, mtimeMs] as const;
  });
  const before = await readListing(root);
  await mkdir(folderIn(root), { recursive: true });
  // Others may start meanwhile: they see what was there before, or this, never a part of it.
  await putWhole(join(folderIn(root), name), code);
  await putWhole(listingIn(root), JSON.stringify({ file: name, inputs } satisfies Listing));
  if (before && before.file !== name) await rm(join(folderIn(root), before.file), { force: true });
}

async function putWhole(file: string, text: string): Promise<void> {
  const own = `${file}.${process.pid}`;
  await writeFile(own, text);
  await rename(own, file);
}

const readListing = async (root: string): Promise<Listing | undefined> =>
  readFile(listingIn(root), 'utf8').then(
    (text) => JSON.parse(text) as Listing,
    () => undefined,
  );
