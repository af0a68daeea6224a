import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, chown, mkdir, readFile, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import {
  findProcesses,
  hasInEnvironment,
  identify,
  isAlive,
  type ProcessId,
  pidNamespaceOf,
  signal,
  waitUntil,
} from '../processes.ts';
import { runCommand } from '../run-command.ts';
import type { SshdProgram } from './ensure-sshd.ts';
import type { HostState } from './lab-state.ts';
import type { LabUser } from './lab-user.ts';

/**
 * How far a host stands apart. `full`: own mounts, processes and host name (as root). `processes`: own processes only
 * (a plain user, where the kernel grants user namespaces). `none`: its processes are found by a mark.
 */
export type Isolation = 'full' | 'processes' | 'none';

/** What every host of one lab shares. */
export interface LabSetting {
  readonly folder: string;
  readonly user: LabUser;
  readonly publicKey: string;
  readonly sshd: SshdProgram;
  readonly isolation: Isolation;
}

/** A running host. */
export interface HostProcess {
  /** The process whose end is the end of the host. */
  readonly outermost: ProcessId;
  /** Everything that runs on the host now. */
  list(): ProcessId[];
  /** Power loss: everything on it ends at once. */
  kill(): Promise<void>;
  /** SIGTERM to all, `graceMilliseconds` to finish, then as kill. */
  stop(graceMilliseconds: number): Promise<void>;
}

/** The furthest that works here, found out by trying. */
export async function findIsolation(): Promise<Isolation> {
  const works = (args: readonly string[]) =>
    runCommand('unshare', args).then(
      ({ code }) => code === 0,
      () => false,
    );
  const isRoot = process.getuid?.() === 0;
  if (isRoot && (await works([...namespaces.full, 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']))) return 'full';
  if (!isRoot && (await works([...namespaces.processes, 'true']))) return 'processes';
  return 'none';
}

const namespaces = {
  full: ['--mount', '--pid', '--uts', '--fork', '--mount-proc', '--kill-child=KILL'],
  processes: ['--user', '--map-current-user', '--pid', '--fork', '--mount-proc', '--kill-child=KILL'],
};

/** Where a host keeps its things, seen from outside. Seen from the host, `home` is its user's home. */
export const hostFolder = (setting: LabSetting, host: HostState) => path.join(setting.folder, host.name);
export const hostHome = (setting: LabSetting, host: HostState) =>
  setting.isolation === 'full' ? setting.user.home : path.join(hostFolder(setting, host), 'home');
/** Where init.sh shows the host its own folder. */
const ownFiles = (setting: LabSetting, host: HostState) =>
  setting.isolation === 'full' ? '/run/myriad-lab' : hostFolder(setting, host);
const marker = (setting: LabSetting, host: HostState) => `MYRIAD_LAB_HOST=${setting.folder}/${host.name}`;

/** Starts the host's sshd and returns once it answers. @throws with sshd's own words when it does not within 15 s. */
export async function startHostProcess(setting: LabSetting, host: HostState): Promise<HostProcess> {
  await writeHostFiles(setting, host);
  const sshd = [setting.sshd.sshd, '-D', '-e', '-f', `${ownFiles(setting, host)}/sshd_config`];
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', ...wrap(setting, host, sshd)], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C' },
    detached: true, // a Ctrl-C in the terminal is for us, who then end the host in order
  });
  const lastWords: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => lastWords.push(text) > 50 && lastWords.shift());
  let failure: Error | undefined;
  child.once('error', (error) => {
    failure = error;
  });
  const answers = await waitUntil(
    async () => failure !== undefined || hasEnded(child) || (await answersSsh(host.address, host.sshPort)),
    15_000,
  );
  const outermost = child.pid === undefined ? undefined : identify(child.pid);
  if (!answers || hasEnded(child) || !outermost) {
    child.kill('SIGKILL');
    throw new Error(
      `host ${host.name} did not start: ${failure?.message ?? (lastWords.join('').trim() || 'no answer')}`,
    );
  }
  child.stderr.resume();
  child.unref();
  await writeFile(processFile(setting, host), JSON.stringify(outermost));
  return handle(setting, host, outermost);
}

const processFile = (setting: LabSetting, host: HostState) => path.join(hostFolder(setting, host), 'process.json');

/** What a lab that was itself killed may have left running under this host's name, or undefined. */
export async function findLeftover(setting: LabSetting, host: HostState): Promise<HostProcess | undefined> {
  const text = await readFile(processFile(setting, host), 'utf8').catch(() => undefined);
  if (!text) return undefined;
  const outermost = JSON.parse(text) as ProcessId;
  const left = handle(setting, host, outermost);
  return isAlive(outermost) || left.list().length > 0 ? left : undefined;
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

function handle(setting: LabSetting, host: HostState, outermost: ProcessId): HostProcess {
  const list = () => {
    if (setting.isolation === 'none') return findProcesses((pid) => hasInEnvironment(pid, marker(setting, host)));
    const inside = findProcesses((pid) => parentOf(pid) === outermost.pid)[0];
    const namespace = inside && pidNamespaceOf(inside.pid);
    const ours = pidNamespaceOf(process.pid);
    if (!namespace || namespace === ours) return [];
    return findProcesses((pid) => pidNamespaceOf(pid) === namespace);
  };
  const gone = () => !isAlive(outermost) && list().length === 0;
  const kill = async () => {
    // In a namespace of its own the kernel ends everything with the first process, whatever its signal handling.
    const all = list();
    signal(outermost, 'SIGKILL');
    for (const id of all) signal(id, 'SIGKILL');
    const ended = await waitUntil(() => {
      const left = list();
      for (const id of left) signal(id, 'SIGKILL');
      return gone() && !all.some(isAlive);
    }, 15_000);
    if (!ended) throw new Error(`host ${host.name} could not be ended: process ${outermost.pid} remains`);
  };
  const stop = async (graceMilliseconds: number) => {
    const first =
      setting.isolation !== 'none' ? list().find((id) => parentOf(id.pid) === outermost.pid)?.pid : outermost.pid;
    const others = () => list().filter((id) => id.pid !== first);
    for (const id of others()) signal(id, 'SIGTERM');
    await waitUntil(() => others().length === 0, graceMilliseconds);
    await kill();
  };
  return { outermost, list, kill, stop };
}

function wrap(setting: LabSetting, host: HostState, sshd: readonly string[]): string[] {
  if (setting.isolation === 'processes') return ['unshare', ...namespaces.processes, ...sshd];
  if (setting.isolation === 'full') {
    const script = path.join(import.meta.dirname, 'init.sh');
    return [
      'unshare',
      ...namespaces.full,
      'sh',
      script,
      hostFolder(setting, host),
      setting.user.home,
      host.name,
      ...sshd,
    ];
  }
  const { user } = setting;
  const lower = process.getuid?.() === 0 ? ['--reuid', `${user.uid}`, '--regid', `${user.gid}`, '--clear-groups'] : [];
  return [...lower, 'env', marker(setting, host), ...sshd];
}

async function writeHostFiles(setting: LabSetting, host: HostState): Promise<void> {
  const folder = hostFolder(setting, host);
  const { user } = setting;
  const home = path.join(folder, 'home');
  await mkdir(path.join(home, '.ssh'), { recursive: true });
  await mkdir(path.join(folder, 'tmp'), { recursive: true });
  await chmod(path.join(folder, 'tmp'), 0o1777);
  const keys = path.join(home, '.ssh', 'authorized_keys');
  const hostKey = path.join(folder, 'host_key');
  await writeFile(keys, `${setting.publicKey}\n`);
  await writeFile(hostKey, host.hostKey.privateKey, { mode: 0o600 });
  await writeFile(path.join(folder, 'sshd_config'), configuration(setting, host).join('\n'));
  if (process.getuid?.() !== 0) return;
  for (const file of [home, path.join(home, '.ssh'), keys]) await chown(file, user.uid, user.gid);
  if (setting.isolation === 'none') await chown(hostKey, user.uid, user.gid);
}

function configuration(setting: LabSetting, host: HostState): string[] {
  const home = hostHome(setting, host);
  // The login shell's start files and the account's real home belong to the machine, not to this host.
  const inHome = `ForceCommand cd "$HOME" && if [ -n "$SSH_ORIGINAL_COMMAND" ]; then exec /bin/sh -c "$SSH_ORIGINAL_COMMAND"; else exec /bin/sh; fi`;
  return [
    `ListenAddress ${host.address}:${host.sshPort}`,
    `HostKey ${ownFiles(setting, host)}/host_key`,
    `AuthorizedKeysFile ${home}/.ssh/authorized_keys`,
    `AllowUsers ${setting.user.name}`,
    `SetEnv ${marker(setting, host)} HOME=${home}`,
    `Subsystem sftp ${setting.sshd.sftpServer}`,
    ...setting.sshd.configuration,
    ...(setting.isolation === 'full' ? [] : [inHome]),
    ...['PidFile none', 'UsePAM no', 'StrictModes no', 'UseDNS no', 'PrintMotd no', 'PrintLastLog no', 'LogLevel INFO'],
    ...['PermitRootLogin no', 'PasswordAuthentication no', 'KbdInteractiveAuthentication no', ''],
  ];
}

function parentOf(pid: number): number | undefined {
  return identify(pid)?.parent;
}

/** Connects and waits for the greeting: a port that is merely bound is not an SSH server. */
function answersSsh(address: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: address, port });
    const finish = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(1_000, () => finish(false));
    socket.once('error', () => finish(false));
    socket.once('data', (bytes) => finish(bytes.toString('latin1').startsWith('SSH-')));
    socket.once('end', () => finish(false));
  });
}
