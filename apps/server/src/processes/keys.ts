import { existsSync } from 'node:fs';
import { readConfig } from '../config.ts';
import { exportEscrow, importEscrow } from '../platform/secrets/escrow.ts';
import { addKey, openKeyFile, writeKeyFile } from '../platform/secrets/key-file.ts';

/** A copy of this installation's keys as text, useless without the passphrase (12 characters or more). */
export async function escrowKeys(passphrase: string): Promise<string> {
  const { key, keyFile } = readConfig();
  if (key !== undefined) throw new Error('the keys come from MYRIAD_KEY: keep a copy where that is kept');
  if (!existsSync(keyFile)) throw new Error(`there is no key file yet (${keyFile}): start the server once`);
  return exportEscrow((await openKeyFile(keyFile)).keys, passphrase);
}

/** Puts the keys of an escrow copy back; refuses to replace a key file that is there. */
export async function restoreKeys(text: string, passphrase: string): Promise<{ readonly file: string }> {
  const { keyFile } = readConfig();
  if (existsSync(keyFile)) throw new Error(`there is a key file already (${keyFile}): move it aside first, keep it`);
  await writeKeyFile(keyFile, await importEscrow(text, passphrase));
  return { file: keyFile };
}

/** Adds a key. From its next start on the server seals with it, and seals again what older keys had sealed. */
export async function rotateKeys(): Promise<{ readonly file: string; readonly keys: number }> {
  const { key, keyFile } = readConfig();
  if (key !== undefined) throw new Error('the keys come from MYRIAD_KEY: add the new one there, as the last');
  return { file: keyFile, keys: (await addKey(keyFile)).all.length };
}
