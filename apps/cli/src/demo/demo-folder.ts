import { readFile, rename, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const Person = z.object({ name: z.string(), password: z.string() });

/** What the demo remembers between runs. Holds the demo's own throw-away passwords, so the file is 0600. */
export const DemoState = z.object({
  people: z.object({ administrator: Person, approver: Person, requester: Person }),
  flavor: z.enum(['mysql', 'mariadb']),
  clusterId: z.string().optional(),
  /** Processes left running by `--keep`, by number and start, so that only they are ever ended. */
  running: z
    .object({
      url: z.string(),
      processes: z.array(z.object({ pid: z.number().int(), startTicks: z.number().int() })),
    })
    .optional(),
});
export type DemoState = z.infer<typeof DemoState>;

/** Where the demo lives: `MYRIAD_DEMO_HOME`, else `~/.local/share/myriad-demo`. */
export const demoHome = (): string =>
  process.env.MYRIAD_DEMO_HOME ?? join(process.env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'myriad-demo');

const stateFile = (folder: string): string => join(folder, 'demo.json');

export async function readDemoState(folder: string): Promise<DemoState | undefined> {
  const text = await readFile(stateFile(folder), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return text === undefined ? undefined : DemoState.parse(JSON.parse(text));
}

export async function writeDemoState(folder: string, state: DemoState): Promise<void> {
  const partial = `${stateFile(folder)}.partial`;
  await writeFile(partial, JSON.stringify(state, null, 2), { mode: 0o600 });
  await rename(partial, stateFile(folder));
}
