import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Fragments, listMapped, type MappedStatement, readFragments } from '@myriad/sql-review';
import { readScript } from './read-script.ts';

/** What a mapper may include: of all files under review, and of those that stand beside it. */
export type FragmentsFor = (name: string) => Promise<Fragments>;

export const isXml = (name: string): boolean => /\.xml$/i.test(name);

/** Files are read when the first mapper includes what is not its own, each once. */
export function makeFragments(names: readonly string[]): FragmentsFor {
  const files = new Map<string, Promise<Fragments>>();
  const read = (name: string) => {
    const known = files.get(name) ?? readOffered(name);
    files.set(name, known);
    return known;
  };
  return async (name) => {
    const folder = dirname(name);
    const beside = await readdir(folder).catch(() => []);
    const all = new Set([...names.filter(isXml), ...beside.filter(isXml).map((file) => join(folder, file))]);
    const offered = await Promise.all([...all].map(read));
    return new Map(offered.flatMap((fragments) => [...fragments]));
  };
}

/** What cannot be read offers nothing; that it cannot is said when it is reviewed itself. */
const readOffered = (name: string): Promise<Fragments> =>
  readScript(name).then(readFragments, () => new Map<string, never>());

/** The statements of a mapper, with what it includes of other files; `undefined`: it is none. */
export async function listMappedWith(
  name: string,
  text: string,
  fragmentsFor: FragmentsFor,
): Promise<readonly MappedStatement[] | undefined> {
  const mapped = listMapped(text);
  if (name === '-' || mapped === undefined || mapped.every(({ missing }) => missing === undefined)) return mapped;
  return listMapped(text, await fragmentsFor(name));
}
