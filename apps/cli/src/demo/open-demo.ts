import { existsSync } from 'node:fs';
import { copyFile, link, mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Client } from '@myriad/contract';
import { ensureTree, mustRun, type ServerTree } from '@myriad/lab';
import type { Words } from '../language.ts';
import { ensureConsole } from '../setup/ensure-console.ts';
import { endProcess, type Started } from './child-process.ts';
import { type DemoState, readDemoState, writeDemoState } from './demo-folder.ts';
import { clientFor, makePeople, newPeople } from './demo-people.ts';
import type { LabReady } from './lab-process.ts';
import { type ServerReady, startLab, startPlatform } from './platform-process.ts';

export interface OpenDemo {
  readonly folder: string;
  readonly state: DemoState;
  readonly url: string;
  readonly lab: Started<LabReady>;
  readonly platform: Started<ServerReady>;
  readonly administrator: Client;
  readonly approver: Client;
  readonly requester: Client;
}

export interface OpenDemoOptions {
  readonly folder: string;
  readonly flavor: 'mysql' | 'mariadb';
  /** 0 = any free one. */
  readonly port: number;
  readonly withConsole: boolean;
  readonly say: (words: Words) => void;
}

/** Everything the demo stands on: server package, console, three hosts, the platform, three people. Finds an earlier one. */
export async function openDemo({ folder, flavor, port, withConsole, say }: OpenDemoOptions): Promise<OpenDemo> {
  await mkdir(folder, { recursive: true, mode: 0o755 });
  const tree = await ensureTree(flavor, { say });
  if ('missing' in tree) throw new Error(tree.words.en);
  await offerPackage(tree, join(folder, 'platform', 'packages'));
  if (withConsole) await ensureConsole({ say });
  const earlier = await readDemoState(folder);
  const state: DemoState = earlier ?? { people: newPeople(), flavor };
  await writeDemoState(folder, state);
  say({ en: 'Starting three hosts and the platform…', zh: '正在启动三台主机和平台……' });
  const [lab, platform] = await Promise.allSettled([startLab(folder, 3), startPlatform(folder, `127.0.0.1:${port}`)]);
  const endStarted = async () => {
    for (const started of [platform, lab]) if (started.status === 'fulfilled') await endProcess(started.value.id);
  };
  try {
    if (lab.status === 'rejected') throw lab.reason;
    if (platform.status === 'rejected') throw platform.reason;
    const { url, firstRunToken } = platform.value.ready;
    if (firstRunToken !== undefined) await makePeople(url, firstRunToken, state.people);
    const { people } = state;
    const [administrator, approver, requester] = await Promise.all([
      clientFor(url, people.administrator),
      clientFor(url, people.approver),
      clientFor(url, people.requester),
    ]);
    return { folder, state, url, lab: lab.value, platform: platform.value, administrator, approver, requester };
  } catch (error) {
    // Half a demo is none: whoever asked for it cannot end what it never got.
    await endStarted();
    throw error;
  }
}

/** Lays the server package where the platform looks for packages at its start; an unpacked vendor tree is packed first. */
async function offerPackage(tree: ServerTree, packages: string): Promise<void> {
  await mkdir(packages, { recursive: true, mode: 0o700 });
  const name = tree.tarball
    ? basename(tree.tarball.file)
    : `${tree.flavor}-${tree.version}-linux-${tree.architecture}.tar.gz`;
  const target = join(packages, name);
  if (existsSync(target)) return;
  if (tree.tarball) await link(tree.tarball.file, target).catch(() => copyFile(tree.tarball?.file ?? '', target));
  else await mustRun('tar', ['-czf', target, '-C', dirname(tree.directory), basename(tree.directory)]);
}
