import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { lstat, readFile, readlink } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { LabHost } from '@myriad/lab';

/** Everything below a folder, one line each: kind, mode, path, size, and a hash of what it holds. */
export async function listFolder(folder: string, leaveOut: RegExp = /(?!)/): Promise<readonly string[]> {
  const lines: string[] = [];
  const visit = async (at: string): Promise<void> => {
    for (const name of readdirSync(at).sort()) {
      const path = join(at, name);
      const shown = relative(folder, path);
      if (leaveOut.test(shown)) continue;
      const found = await lstat(path);
      const mode = (found.mode & 0o7777).toString(8);
      if (found.isDirectory()) {
        lines.push(`d ${mode} ${shown}`);
        await visit(path);
      } else if (found.isSymbolicLink()) lines.push(`l ${shown} -> ${await readlink(path)}`);
      else if (found.isFile()) {
        // The libraries of a server package: reading them all each time would take longer than the test.
        const seen = found.size > 4_000_000 ? found.mtimeMs : hash(await readFile(path));
        lines.push(`f ${mode} ${shown} ${found.size} ${seen}`);
      } else lines.push(`? ${mode} ${shown}`);
    }
  };
  await visit(folder);
  return lines;
}

const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex').slice(0, 16);

/** What runs on a machine besides its SSH server: what a task may have left behind. */
export function listPrograms(machine: LabHost): readonly string[] {
  return machine
    .processes()
    .flatMap((pid) => {
      try {
        const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ').trim();
        return words === '' || /^(\S*\/)?sshd(-\w+)?(:|\s|$)/.test(words) ? [] : [words];
      } catch {
        return []; // ended since the listing
      }
    })
    .sort();
}

/** Tables every asking leaves its mark in, whatever the answer: the books of who asked what. */
const books = ['audit', 'ticket_intake', 'idempotency', 'session', 'api_token', 'outbox'];

/** What the platform goes on judging by itself, whoever asks for what meanwhile. */
const judgements = ['compliance_history', 'instance_compliance', 'cluster_compliance'];

const untold: ReadonlySet<string> = new Set([...books, ...judgements]);

/** All rows of the embedded store as text, by table; the books left out. Reads beside the running platform. */
export function readRows(
  storeFile: string,
  leaveOut: ReadonlySet<string> = untold,
): Readonly<Record<string, string[]>> {
  const store = new DatabaseSync(storeFile, { readOnly: true, timeout: 5000 });
  try {
    const tables = store.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").all();
    return Object.fromEntries(
      tables
        .map(({ name }) => String(name))
        .filter((name) => !leaveOut.has(name))
        .map((name) => [name, store.prepare(`SELECT * FROM "${name}"`).all().map(textOf).sort()]),
    );
  } finally {
    store.close();
  }
}

const textOf = (row: object): string =>
  JSON.stringify(row, (_, value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value));

export interface World {
  readonly folders: Readonly<Record<string, readonly string[]>>;
  readonly programs: Readonly<Record<string, readonly string[]>>;
  readonly rows: Readonly<Record<string, readonly string[]>>;
}

/** The account's own folder of pushed scripts: written by a mere look, and stated so. */
export const looksOnly = /^\.myriad\/actions(\/|$)|^\.myriad$/;

export async function seeWorld(
  storeFile: string,
  machines: readonly LabHost[],
  leaveOut: RegExp = looksOnly,
): Promise<World> {
  const of = async <T>(read: (machine: LabHost) => T | Promise<T>) =>
    Object.fromEntries(
      await Promise.all(machines.map(async (machine) => [machine.name, await read(machine)] as const)),
    );
  return {
    folders: await of((machine) => listFolder(machine.folder, leaveOut)),
    programs: await of(listPrograms),
    rows: readRows(storeFile),
  };
}
