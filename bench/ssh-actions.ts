import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Client, getTask, registerHost, runHostAction } from '@myriad/contract';
import { CommandMissing, type LabHost, mustRun, startLabHosts } from '@myriad/lab';
import { median, printFigure } from './figure.ts';
import { startScratchPlatform } from './scratch-platform.ts';

const count = Number(process.argv[2] ?? 100);
const warmRuns = 5;

/** From the request to the last row, in milliseconds; every host has its own step row, and all must be done. */
async function actOnAll(client: Client, hostIds: readonly string[]): Promise<number> {
  const began = performance.now();
  const { taskId } = await client.call(runHostAction, {
    body: { hostIds: [...hostIds], action: 'read-host-load', actionInput: {} },
  });
  for (;;) {
    const task = await client.call(getTask, { params: { taskId } });
    if (task.state === 'done') {
      const rows = task.steps.filter(({ state }) => state === 'done').length;
      if (rows !== hostIds.length) throw new Error(`${rows} rows for ${hostIds.length} hosts`);
      return performance.now() - began;
    }
    if (task.state !== 'queued' && task.state !== 'running') throw new Error(`the task is ${task.state}`);
    await new Promise((wake) => setTimeout(wake, 10));
  }
}

/** The peer: pipelining on, 50 forks; warm = its connections kept by ControlPersist. */
async function ansible(folder: string, hosts: readonly LabHost[]): Promise<() => Promise<number>> {
  const key = join(folder, 'key');
  await mkdir(join(folder, 'cp'), { recursive: true });
  await writeFile(key, hosts[0]?.privateKey ?? '', { mode: 0o600 });
  const lines = hosts.map(
    ({ name, address, sshPort, user }) =>
      `${name} ansible_host=${address} ansible_port=${sshPort} ansible_user=${user} ansible_ssh_private_key_file=${key} ansible_python_interpreter=/usr/bin/python3`,
  );
  await writeFile(join(folder, 'inventory'), lines.join('\n'));
  await writeFile(
    join(folder, 'ansible.cfg'),
    `[defaults]\nhost_key_checking=False\nlocal_tmp=${folder}/tmp\n[ssh_connection]\npipelining=True\nssh_args=-o ControlMaster=auto -o ControlPersist=120s -o ControlPath=${folder}/cp/%C -o StrictHostKeyChecking=no -o UserKnownHostsFile=${folder}/known\n`,
  );
  return async () => {
    const began = performance.now();
    await mustRun('ansible', ['all', '-i', join(folder, 'inventory'), '-f', '50', '-m', 'command', '-a', 'uptime'], {
      env: { ...process.env, ANSIBLE_CONFIG: join(folder, 'ansible.cfg') },
    });
    return performance.now() - began;
  };
}

await using platform = await startScratchPlatform();
await using lab = await startLabHosts({ count, folder: join(platform.folder, 'lab') });
const hostIds: string[] = [];
for (const host of lab.hosts) {
  const { id } = await platform.administrator.call(registerHost, {
    body: {
      name: host.name,
      address: host.address,
      baseDirectory: `${host.root}/myriad`,
      ssh: {
        address: host.address,
        port: host.sshPort,
        user: host.user,
        privateKey: host.privateKey,
        hostKey: host.hostKeyFingerprint,
      },
    },
  });
  hostIds.push(id);
}
await actOnAll(platform.approver, hostIds); // the script is on every host from here on, as Ansible's Python is
await platform.restart();
const coldOurs = await actOnAll(platform.approver, hostIds);
const warmOurs: number[] = [];
for (let run = 0; run < warmRuns; run++) warmOurs.push(await actOnAll(platform.approver, hostIds));

try {
  const peer = await ansible(join(platform.folder, 'ansible'), lab.hosts);
  const coldPeer = await peer();
  const warmPeer = [await peer(), await peer()];
  const detail = (ours: number, theirs: number) => ({
    hosts: count,
    ours_ms: Math.round(ours),
    ansible_ms: Math.round(theirs),
  });
  const [warmUs, warmThem] = [median(warmOurs), median(warmPeer)];
  printFigure({
    name: 'ssh-actions-cold',
    value: coldOurs / coldPeer,
    unit: 'ratio',
    bar: 1 / 6,
    detail: detail(coldOurs, coldPeer),
  });
  printFigure({
    name: 'ssh-actions-warm',
    value: warmUs / warmThem,
    unit: 'ratio',
    bar: 1 / 15,
    detail: detail(warmUs, warmThem),
  });
} catch (error) {
  if (!(error instanceof CommandMissing)) throw error;
  process.stderr.write('The peer is not on this machine: install ansible-core and run again.\n');
  process.exitCode = 1;
}
