import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '@myriad/contract';
import { endProcess, type Started } from '../apps/cli/src/demo/child-process.ts';
import { clientFor, makePeople, newPeople } from '../apps/cli/src/demo/demo-people.ts';
import { type ServerReady, startPlatform } from '../apps/cli/src/demo/platform-process.ts';

export interface ScratchPlatform extends AsyncDisposable {
  readonly folder: string;
  readonly administrator: Client;
  readonly approver: Client;
  readonly requester: Client;
  readonly process: () => Started<ServerReady>;
  /** Stops the server and starts it again on the same store: every connection it kept is gone. */
  restart(): Promise<void>;
}

/** The real server as a process of its own, on a store that is gone afterwards. */
export async function startScratchPlatform(): Promise<ScratchPlatform> {
  const folder = await mkdtemp(join(tmpdir(), 'myriad-bench-'));
  let running = await startPlatform(folder, '127.0.0.1:0');
  const port = new URL(running.ready.url).port;
  const people = newPeople();
  await makePeople(running.ready.url, running.ready.firstRunToken ?? '', people);
  const { url } = running.ready;
  return {
    folder,
    administrator: await clientFor(url, people.administrator),
    approver: await clientFor(url, people.approver),
    requester: await clientFor(url, people.requester),
    process: () => running,
    restart: async () => {
      await endProcess(running.id);
      running = await startPlatform(folder, `127.0.0.1:${port}`);
    },
    [Symbol.asyncDispose]: async () => {
      await endProcess(running.id);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
