import { copyFile, open, readdir, realpath, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { mustRun } from '../run-command.ts';
import { isElf, readElf } from './elf.ts';

/** Longest path of `lib/ld.so` a tree can be given, in bytes, without the closing NUL. */
const INTERPRETER_ROOM = 250;
/** No such file, on purpose: a tree that was not relocated fails at once instead of using the machine's own loader. */
const PLACEHOLDER = '/run-relocate.sh-first/'.padEnd(INTERPRETER_ROOM, 'x');

/** Library name → file, for all libraries below `root`. Private folders count too; a public one wins. */
export async function librariesIn(root: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (!/\.so(\.|$)/.test(entry.name) || entry.isDirectory()) continue;
    const file = await realpath(path.join(entry.parentPath, entry.name)).catch(() => undefined);
    if (!file) continue; // a link to something in another package
    if (!found.has(entry.name) || /\/lib\/[^/]+-linux-gnu[^/]*$/.test(entry.parentPath)) found.set(entry.name, file);
  }
  return found;
}

/**
 * Lets the tree bring its own C library: programs find libraries relative to themselves, and name a loader whose path
 * `relocate.sh` writes in place wherever the tree is installed (the kernel wants that path absolute). Unlike a wrapper
 * around the loader this keeps /proc/PID/exe, the process name and `pidof mysqld` true.
 */
export async function makeRelocatable(tree: string, root: string): Promise<void> {
  const libraries = await librariesIn(root);
  const loaderName = await loaderOf(path.join(root, 'usr/bin/patchelf'));
  const loader = libraries.get(loaderName);
  if (!loader) throw new Error(`the packages hold no loader named ${loaderName}`);
  // patchelf comes out of the packages too, so it needs the packages' loader and libraries to run here.
  const searched = [...new Set([...libraries.values()].map((file) => path.dirname(file)))].join(':');
  const patchelf = (...args: string[]) =>
    mustRun(loader, ['--library-path', searched, path.join(root, 'usr/bin/patchelf'), ...args]);

  const interpreters: string[] = [];
  for (const entry of await readdir(tree, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (!entry.isFile() || entry.name === loaderName || !(await isElf(file))) continue;
    const elf = await readElf(file);
    if (!elf.isDynamic) continue;
    const inTree = path.relative(tree, file);
    const toLibraries = path.relative(path.dirname(inTree), 'lib');
    const searchPath = toLibraries ? `$ORIGIN/${toLibraries}` : '$ORIGIN';
    const asProgram = elf.interpreter && inTree.startsWith('bin/');
    await patchelf('--set-rpath', searchPath, ...(asProgram ? ['--set-interpreter', PLACEHOLDER] : []), file);
    const place = asProgram ? (await readElf(file)).interpreter : undefined;
    if (place) interpreters.push(`${place.offset} ${place.length} ${inTree}`);
  }
  await copyFile(loader, path.join(tree, 'lib', 'ld.so'));
  await writeFile(path.join(tree, 'RELOCATE'), `${interpreters.sort().join('\n')}\n`);
  await copyFile(path.join(import.meta.dirname, 'relocate.sh'), path.join(tree, 'relocate.sh'));
}

async function loaderOf(program: string): Promise<string> {
  const { interpreter } = await readElf(program);
  if (!interpreter) throw new Error(`${program} names no loader`);
  await using handle = await open(program, 'r');
  const { buffer } = await handle.read(Buffer.alloc(interpreter.length), 0, interpreter.length, interpreter.offset);
  return path.basename(buffer.toString('latin1').replace(/\0.*$/s, ''));
}
