import { existsSync } from 'node:fs';
import { copyFile, link, mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { checkHost, listServerPackages } from '@myriad/contract';
import { ensureTree, LabUnavailable, mustRun, type Scratch, startLabHosts } from '@myriad/lab';
import { buildApp } from '../../app.ts';
import { readConfig } from '../../config.ts';
import { createLog } from '../../platform/log/log.ts';
import { type ProofHost, registerMachine } from './hosts.ts';
import { makePeople, type People } from './people.ts';

/** The whole product, as `app.ts` builds it, over lab machines; driven through its HTTP API alone. */
export interface Proof {
  readonly url: string;
  readonly folder: string;
  readonly storeFile: string;
  readonly people: People;
  readonly hosts: readonly ProofHost[];
  readonly packageId: string;
  readonly logLines: readonly string[];
  /** The host check, which a host must pass to be chosen. */
  check(host: ProofHost): Promise<void>;
}

export async function openProof(
  scratch: Scratch,
  { hosts: count, flavor = 'mysql' }: { readonly hosts: number; readonly flavor?: 'mysql' | 'mariadb' },
): Promise<Proof> {
  const home = join(scratch.folder, 'platform');
  await offerPackage(flavor, join(home, 'packages'));
  const lab = scratch.use(await startLabHosts({ count, folder: join(scratch.folder, 'lab') }));
  const config = readConfig({
    MYRIAD_HOME: home,
    MYRIAD_LISTEN: '127.0.0.1:0',
    MYRIAD_ENGINE: 'in-process',
    // A sweep would write what it sees between two looks at the world.
    MYRIAD_SWEEP_SECONDS: '0',
  });
  const logLines: string[] = [];
  const log = createLog({ write: (line) => void logLines.push(line) });
  const app = await buildApp({ config, log });
  scratch.use({ [Symbol.asyncDispose]: () => app.stop(1) });
  const { url, firstRunToken } = await app.start();
  if (firstRunToken === undefined) throw new Error('a fresh store already has an administrator');
  const people = await makePeople(url, firstRunToken);
  const hosts: ProofHost[] = [];
  for (const machine of lab.hosts) {
    const host = await registerMachine(people.dba.client, machine);
    scratch.use(host.way);
    hosts.push(host);
  }
  const { items } = await people.dba.client.call(listServerPackages, {});
  const packageId = items.find((item) => item.flavor === flavor)?.id;
  if (packageId === undefined) throw new Error(`no ${flavor} package: ${logLines.join('\n')}`);
  const check = async ({ id }: ProofHost) => void (await people.dba.client.call(checkHost, { params: { hostId: id } }));
  const storeFile = join(home, 'myriad.db');
  return { url, folder: scratch.folder, storeFile, people, hosts, packageId, logLines, check };
}

/** Lays the server package where the platform looks for packages at its start. */
export async function offerPackage(flavor: 'mysql' | 'mariadb', packages: string): Promise<void> {
  const tree = await ensureTree(flavor);
  if ('missing' in tree) throw new LabUnavailable(tree.words);
  await mkdir(packages, { recursive: true, mode: 0o700 });
  const { file } = tree.tarball ?? {};
  const name = file ? basename(file) : `${flavor}-${tree.version}-linux-${tree.architecture}.tar.gz`;
  const target = join(packages, name);
  if (existsSync(target)) return;
  if (file) await link(file, target).catch(() => copyFile(file, target));
  else await mustRun('tar', ['-czf', target, '-C', dirname(tree.directory), basename(tree.directory)]);
}
