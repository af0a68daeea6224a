import { link, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type KeyRing, keyRing, newKey, parseKeys, printKeys } from './key-ring.ts';

/**
 * Reads the key file, or makes it at first run (`made`: then offer an escrow copy). A file others may read is refused.
 */
export async function openKeyFile(file: string): Promise<{ readonly keys: KeyRing; readonly made: boolean }> {
  const made = await makeKeyFile(file);
  const { mode, uid } = await stat(file);
  if ((mode & 0o077) !== 0) {
    const shown = (mode & 0o777).toString(8);
    throw new Error(`others may read the key file ${file} (mode ${shown}). Run: chmod 600 ${file}`);
  }
  if (process.getuid && uid !== process.getuid() && process.getuid() !== 0) {
    throw new Error(`the key file ${file} belongs to user id ${uid}. Run: chown it to the user Myriad runs as.`);
  }
  try {
    return { keys: parseKeys(await readFile(file, 'utf8')), made };
  } catch (error) {
    throw new Error(`the key file ${file} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}

async function makeKeyFile(file: string): Promise<boolean> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const beside = await writeBeside(file, keyRing([newKey()]));
  try {
    // Unlike a rename, a link never replaces keys that are there; and the file appears whole.
    await link(beside, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(beside, { force: true });
    await syncFolder(file);
  }
}

/** Adds a key, which seals everything from the next start on; the old ones stay. Then run `rotateSecrets`. */
export async function addKey(file: string): Promise<KeyRing> {
  const { keys } = await openKeyFile(file);
  const grown = keyRing([...keys.all, newKey()]);
  await writeKeyFile(file, grown);
  return grown;
}

/** Puts these keys in place of the file's, whole or not at all. */
export async function writeKeyFile(file: string, keys: KeyRing): Promise<void> {
  await rename(await writeBeside(file, keys), file);
  await syncFolder(file);
}

/** The keys in a file of its own beside, on the disk when this returns. */
async function writeBeside(file: string, keys: KeyRing): Promise<string> {
  const beside = `${file}.${process.pid}`;
  await rm(beside, { force: true });
  const handle = await open(beside, 'wx', 0o600);
  try {
    await handle.writeFile(printKeys(keys));
    await handle.sync();
  } finally {
    await handle.close();
  }
  return beside;
}

async function syncFolder(file: string): Promise<void> {
  const folder = await open(dirname(file));
  await folder.sync().finally(() => folder.close());
}
