import { reviewFileLimits } from '@myriad/contract';
import { type ChosenFile, isReviewed, readChosen } from './chosen-files.ts';

/** Beyond the bound nobody reads on; one more, so that it is told of. */
const most = reviewFileLimits.files + 1;

/** Files of a picker: with their folder where one was chosen. */
export async function readPicked(list: Iterable<File>): Promise<readonly ChosenFile[]> {
  const files: ChosenFile[] = [];
  for (const file of list) {
    if (files.length >= most) break;
    files.push(await readOne(file, file.webkitRelativePath || file.name));
  }
  return files;
}

/** Files that were dropped; of folders all mappers and scripts below them. Must be called while the drop is being handled. */
export function readDropped({ items, files }: DataTransfer): Promise<readonly ChosenFile[]> {
  const entries = [...items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  return entries.length > 0 ? readEntries(entries) : readPicked([...files]);
}

async function readEntries(dropped: readonly FileSystemEntry[]): Promise<readonly ChosenFile[]> {
  const found: ChosenFile[] = [];
  const waiting = dropped.map((entry) => ({ entry, isInFolder: false }));
  for (let next = waiting.shift(); next !== undefined && found.length < most; next = waiting.shift()) {
    const { entry, isInFolder } = next;
    if (isFolder(entry))
      waiting.push(...(await listFolder(entry)).map((below) => ({ entry: below, isInFolder: true })));
    else if (isFile(entry) && (!isInFolder || isReviewed(entry.name)))
      found.push(await readOne(await fileOf(entry), entry.fullPath.replace(/^\//, '')));
  }
  return found;
}

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const readOne = (file: File, name: string) => readChosen(name, file.size, () => file.arrayBuffer());
const fileOf = (entry: FileSystemFileEntry) => new Promise<File>((done, fail) => entry.file(done, fail));

/** Browsers give a hundred at a time. */
async function listFolder(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<readonly FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (some.length === 0 || all.length > 10_000) return all;
    all.push(...some);
  }
}
