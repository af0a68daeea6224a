import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { InputFault } from './input-fault.ts';

/**
 * The files behind what was named, in its order; of a folder its *.sql and *.xml, deep, by name, without hidden folders and
 * node_modules. `-` stays. A file that is meant twice comes once.
 * @throws InputFault for what is not there, or a folder without SQL
 */
export async function listInputs(inputs: readonly string[]): Promise<readonly string[]> {
  const files = new Set<string>();
  for (const input of inputs) {
    if (input === '-') files.add(input);
    else if (await isFolder(input)) for (const file of await listFolder(input)) files.add(file);
    else files.add(input);
  }
  return [...files];
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    throw cannotRead(path, error);
  }
}

function cannotRead(path: string, error: unknown): InputFault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return new InputFault({
    en: `${path} cannot be read (${code}). Check the name, the folder you are in, and who may read it.`,
    zh: `无法读取 ${path}（${code}）。请检查文件名、当前目录与读取权限。`,
  });
}

async function listFolder(folder: string): Promise<readonly string[]> {
  const files: string[] = [];
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch((error: unknown) => {
    const at = error instanceof Error && 'path' in error ? String(error.path) : folder;
    throw cannotRead(at, error);
  });
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const isHidden = path
      .slice(folder.length)
      .split('/')
      .some((part) => part === 'node_modules' || /^\.[^.]/.test(part));
    if (entry.isFile() && /\.(sql|xml)$/i.test(entry.name) && !isHidden) files.push(path);
  }
  if (files.length === 0)
    throw new InputFault({
      en: `There is no *.sql file in ${folder}. Name the files themselves if they are called otherwise.`,
      zh: `目录 ${folder} 中没有 *.sql 文件。如文件使用其他扩展名，请直接给出文件名。`,
    });
  return files.sort();
}
