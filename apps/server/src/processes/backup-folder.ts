import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';

/** What lies beside the copy: enough to tell a whole one from another, and what it needs to be opened. */
export const BackupNote = z.object({
  format: z.literal(1),
  madeAt: z.string(),
  /** Of the program that made it. */
  version: z.string(),
  file: z.string().regex(/^[\w.-]+$/),
  sizeBytes: z.number(),
  sha256: z.string(),
  lastMigration: z.string(),
  /** Ids of the keys that open its secrets; the keys themselves are never in a backup. */
  keyIds: z.array(z.string()),
  openTasks: z.number(),
});
export type BackupNote = z.infer<typeof BackupNote>;

export const noteName = 'backup.json';
export const copyName = 'myriad.db';

export async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** The note of a backup whose file is there and unchanged. Throws with what is wrong. */
export async function readBackup(folder: string): Promise<{ readonly note: BackupNote; readonly file: string }> {
  const place = join(folder, noteName);
  if (!existsSync(place)) throw new Error(`there is no backup in ${folder} (no ${noteName})`);
  const note = BackupNote.parse(JSON.parse(await readFile(place, 'utf8')));
  const file = join(folder, note.file);
  if (!existsSync(file)) throw new Error(`the backup in ${folder} lacks its file ${note.file}`);
  if ((await hashFile(file)) !== note.sha256) throw new Error(`${file} is not as it was written: its checksum differs`);
  return { note, file };
}
