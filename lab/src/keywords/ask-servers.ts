/**
 * Asks a real MySQL and a real MariaDB which words they know, and which of them they refuse as names. Prints two JSON
 * objects, word → reserved, from which `packages/sql/src/keywords/words-data.ts` is made (see generate-words.ts).
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Flavor, type LabServer, startServer } from '../index.ts';

const syntaxError = 1064;

async function refusesAsName(server: LabServer, words: readonly string[]): Promise<Record<string, boolean>> {
  const connection = await server.connect();
  const answers: Record<string, boolean> = {};
  for (const word of words) {
    const error = await connection.query(`PREPARE s FROM 'SELECT 1 FROM (SELECT 1 AS x) AS ${word}'`).then(
      () => undefined,
      (reason: { errno?: number }) => reason.errno,
    );
    answers[word] = error === syntaxError;
  }
  connection.destroy();
  return answers;
}

export async function askServer(flavor: Flavor): Promise<Record<string, boolean>> {
  const folder = await mkdtemp(join(tmpdir(), 'words-'));
  try {
    await using server = await startServer({ flavor, folder });
    const rows = await server.rows('SELECT word FROM information_schema.keywords');
    const words = rows
      .map((row) => String(Object.values(row)[0]).toUpperCase())
      .filter((word) => /^[A-Z_0-9]+$/.test(word));
    return await refusesAsName(server, words);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

if (import.meta.main)
  for (const flavor of ['mysql', 'mariadb'] as const)
    process.stdout.write(`${JSON.stringify({ flavor, words: await askServer(flavor) })}\n`);
