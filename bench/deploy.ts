import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureTree, type LabHost, mustRun, startLabHosts } from '@myriad/lab';
import { endProcess } from '../apps/cli/src/demo/child-process.ts';
import { deployDemoCluster } from '../apps/cli/src/demo/deploy-demo-cluster.ts';
import { openDemo } from '../apps/cli/src/demo/open-demo.ts';
import { median, printFigure } from './figure.ts';

const runs = Number(process.argv[2] ?? 3);
const script = fileURLToPath(new URL('./deploy-sequential.sh', import.meta.url));
const quiet = () => {};

/** The product, from the task's start to its end, in milliseconds; and the option files it wrote. */
async function byProduct(folder: string): Promise<{ milliseconds: number; optionFiles: readonly string[] }> {
  const demo = await openDemo({ folder, flavor: 'mysql', port: 0, withConsole: false, say: quiet });
  try {
    const { deploy } = await deployDemoCluster(demo, 'mysql', quiet);
    const [task] = deploy.tasks;
    const read = (name: string) =>
      readFile(join(folder, 'lab', name, 'home', 'myriad', 'instances', '3306', 'my.cnf'), 'utf8');
    const optionFiles = await Promise.all(demo.lab.ready.hosts.map(({ name }) => read(name)));
    return { milliseconds: (task?.endedAt ?? 0) - (task?.startedAt ?? 0), optionFiles };
  } finally {
    await Promise.all([endProcess(demo.platform.id), endProcess(demo.lab.id)]);
  }
}

/** The same by the plain script, on fresh hosts, with the product's own option files moved to its folder. */
async function byHand(folder: string, tarball: string, optionFiles: readonly string[]): Promise<number> {
  await using lab = await startLabHosts({ count: 3, folder: join(folder, 'lab') });
  await writeFile(join(folder, 'key'), lab.hosts[0]?.privateKey ?? '', { mode: 0o600 });
  await writeFile(
    join(folder, 'hosts'),
    lab.hosts.map(({ name, address, sshPort, user }) => `${name} ${address} ${sshPort} ${user}\n`).join(''),
  );
  for (const [at, host] of lab.hosts.entries())
    await writeFile(join(folder, `${host.name}.cnf`), adapted(optionFiles[at] ?? '', host));
  await cp(tarball, join(folder, 'package.tar.gz'));
  const began = performance.now();
  await mustRun('sh', [script, folder, join(folder, 'package.tar.gz')]);
  return performance.now() - began;
}

/** Paths and addresses of the other lab; nothing else is changed, so both initialise and start the same server. */
const adapted = (optionFile: string, host: LabHost): string =>
  optionFile
    .replaceAll(/\S*\/myriad\/instances\/3306/g, '@HOME@/myriad-by-hand')
    .replaceAll(/\S*\/myriad\/packages\/[^/\s]+/g, (text) => `@HOME@/myriad-by-hand/packages/${topOf(text)}`)
    .replaceAll(/127\.\d+\.\d+\.\d+/g, host.address);

/** The script unpacks to the tarball's own top folder. */
const topOf = (packageFolder: string): string => /[^/]+$/.exec(packageFolder)?.[0].replace(/-[0-9a-f]{12}$/, '') ?? '';

const tree = await ensureTree('mysql', { say: quiet });
if ('missing' in tree || !tree.tarball) throw new Error('the bench needs a packed MySQL server package');
const ours: number[] = [];
const theirs: number[] = [];
for (let run = 0; run < runs; run++) {
  const folder = await mkdtemp(join(tmpdir(), 'myriad-deploy-'));
  try {
    await mkdir(join(folder, 'product'));
    await mkdir(join(folder, 'hand'));
    const product = await byProduct(join(folder, 'product'));
    ours.push(product.milliseconds);
    theirs.push(await byHand(join(folder, 'hand'), tree.tarball.file, product.optionFiles));
    process.stderr.write(`run ${run + 1}: product ${ours.at(-1)} ms, script ${Math.round(theirs.at(-1) ?? 0)} ms\n`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
printFigure({
  name: 'deploy',
  value: median(ours.map((value, at) => value / (theirs[at] ?? Number.NaN))),
  unit: 'ratio',
  bar: 0.8,
  detail: { runs, ours_ms: Math.round(median(ours)), script_ms: Math.round(median(theirs)) },
});
