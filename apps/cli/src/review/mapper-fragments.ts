import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Fragments, listMapped, type MappedStatement, readFragments } from '@myriad/sql-review';
import { InputFault } from './input-fault.ts';
import { readScript } from './read-script.ts';

/** What a mapper may include: of all files under review, and of those that stand beside it. */
export type FragmentsFor = (name: string) => Promise<Fragments>;

export const isXml = (name: string): boolean => /\.xml$/i.test(name);

/** A process may have open a thousand files or fewer; beyond a few at once nothing gets faster. */
const atOnce = 16;

/** Files are read when the first mapper includes what is not its own, each once; one map serves a whole folder. */
export function makeFragments(names: readonly string[]): FragmentsFor {
  const underReview = new Set(names.filter(isXml));
  let ofReviewed: Promise<Fragments> | undefined;
  const folders = new Map<string, Promise<Fragments>>();
  const readFolder = async (folder: string): Promise<Fragments> => {
    const files = await readdir(folder, { withFileTypes: true }).catch(() => []);
    const beside = files
      .filter((file) => !file.isDirectory() && isXml(file.name))
      .map(({ name }) => join(folder, name));
    const others = beside.filter((name) => !underReview.has(name));
    ofReviewed ??= readAll([...underReview]);
    const known = await ofReviewed;
    return others.length === 0 ? known : new Map([...known, ...(await readAll(others))]);
  };
  return (name) => {
    const folder = dirname(name);
    const fragments = folders.get(folder) ?? readFolder(folder);
    folders.set(folder, fragments);
    return fragments;
  };
}

async function readAll(names: readonly string[]): Promise<Fragments> {
  const offered: Fragments[] = [];
  for (let at = 0; at < names.length; at += atOnce)
    offered.push(...(await Promise.all(names.slice(at, at + atOnce).map(readOffered))));
  return new Map(offered.flatMap((fragments) => [...fragments]));
}

/** What cannot be read offers nothing, and that is said: what includes it would else seem to be at fault. */
async function readOffered(name: string): Promise<Fragments> {
  try {
    return readFragments(await readScript(name));
  } catch (error) {
    const why = error instanceof InputFault ? `${error.words.en} / ${error.words.zh}` : `${name}: ${error}`;
    process.stderr.write(`${why}\n`);
    return new Map();
  }
}

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
