import { chmod, copyFile, cp, glob, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { mustRun } from '../run-command.ts';
import type { Say } from '../words.ts';
import { isElf, readElf } from './elf.ts';
import { type FetchedPackages, fetchPackages } from './fetch-packages.ts';
import { librariesIn, makeRelocatable } from './make-relocatable.ts';
import type { Recipe } from './recipes.ts';

/** A tool that runs as it is: its folder is ready. @throws PackagesUnavailable as above. */
export async function buildAsItIs(work: string, { suite, packages, programs }: Recipe, say: Say): Promise<string> {
  const fetched = await fetchPackages(work, packages, { suite, say, alone: true });
  const tree = path.join(work, 'tree');
  await mkdir(path.join(tree, 'bin'), { recursive: true });
  await copyPrograms(fetched.root, tree, programs);
  await keepLicences(fetched, tree);
  return tree;
}

/**
 * Makes a server tree from packages inside `work` (an empty folder) and returns its folder, still unrelocated.
 * @throws PackagesUnavailable when the package manager cannot serve today.
 */
export async function buildTree(work: string, recipe: Recipe, say: Say): Promise<string> {
  const fetched = await fetchPackages(work, [...recipe.packages, 'patchelf'], { suite: recipe.suite, say });
  say({ en: 'Putting the tree together…', zh: '正在组装目录树……' });
  const tree = path.join(work, 'tree');
  await mkdir(path.join(tree, 'bin'), { recursive: true });
  await mkdir(path.join(tree, 'lib'), { recursive: true });
  await copyPrograms(fetched.root, tree, recipe.programs);
  await copyFolders(fetched.root, tree, recipe);
  for (const [name, target] of recipe.links) await symlink(target, path.join(tree, name));
  await addLibraries(fetched.root, tree);
  await makeRelocatable(tree, fetched.root);
  await keepLicences(fetched, tree);
  return tree;
}

export async function copyPrograms(root: string, tree: string, programs: readonly string[]): Promise<void> {
  for (const program of programs) {
    const name = program.replace('?', '');
    const places = [path.join(root, 'usr/bin', name), path.join(root, 'usr/sbin', name)];
    const copied = await Promise.any(places.map((from) => copyFile(from, path.join(tree, 'bin', name)))).then(
      () => true,
      () => false,
    );
    if (!copied && !program.startsWith('?')) throw new Error(`the packages hold no program named ${name}`);
    if (copied) await chmod(path.join(tree, 'bin', name), 0o755);
  }
}

async function copyFolders(root: string, tree: string, { folders, withoutPlugins }: Recipe): Promise<void> {
  for (const [from, to] of folders) {
    for await (const folder of glob(from, { cwd: root })) {
      const wanted = (file: string) => !file.endsWith('.so') || !withoutPlugins?.test(path.basename(file));
      const source = path.join(root, folder);
      await cp(source, path.join(tree, to), { recursive: true, filter: wanted, verbatimSymlinks: true });
    }
  }
  // Links of the packages point outside the tree (plugins kept in /etc and the like).
  for (const entry of await readdir(tree, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) await rm(path.join(entry.parentPath, entry.name));
  }
}

/** Copies, flat into lib/, every library that anything in the tree needs, however deep. */
async function addLibraries(root: string, tree: string): Promise<void> {
  const available = await librariesIn(root);
  const waiting: string[] = [];
  for (const entry of await readdir(tree, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile() && (await isElf(file))) waiting.push(file);
  }
  const seen = new Set<string>();
  // The C library opens these two by name at run time, when it looks users and hosts up.
  const need = async (name: string) => {
    if (seen.has(name)) return;
    seen.add(name);
    const from = available.get(name);
    if (!from) throw new Error(`the packages hold no library named ${name}`);
    const to = path.join(tree, 'lib', name);
    await copyFile(from, to);
    await chmod(to, 0o755);
    waiting.push(to);
  };
  for (const name of ['libnss_files.so.2', 'libnss_dns.so.2']) if (available.has(name)) await need(name);
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    for (const name of (await readElf(file)).needed) await need(name);
  }
}

async function keepLicences({ root, packages }: FetchedPackages, tree: string): Promise<void> {
  await mkdir(path.join(tree, 'licenses'));
  for (const folder of await readdir(path.join(root, 'usr/share/doc'))) {
    const text = await readFile(path.join(root, 'usr/share/doc', folder, 'copyright')).catch(() => undefined);
    if (text) await writeFile(path.join(tree, 'licenses', folder), text);
  }
  await writeFile(path.join(tree, 'PACKAGES'), `${packages.join('\n')}\n`);
}

/** `--version` of the tree's server, which also proves that the tree runs here. */
export async function readServerVersion(tree: string, server: string): Promise<string> {
  return versionIn(await mustRun(path.join(tree, 'bin', server), ['--no-defaults', '--version'], startLimit));
}

/** The same before relocation: the loader is called by name. */
export async function readUnrelocatedVersion(tree: string, server: string): Promise<string> {
  const program = path.join(tree, 'bin', server);
  return versionIn(await mustRun(path.join(tree, 'lib/ld.so'), [program, '--no-defaults', '--version'], startLimit));
}

const startLimit = { limitMilliseconds: 30_000 };

function versionIn(line: string): string {
  const version = line.match(/Ver (\d+\.\d+\.\d+)/)?.[1];
  if (!version) throw new Error(`no version in the server's answer "${line.trim()}"`);
  return version;
}
