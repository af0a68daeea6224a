import { mkdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { ensureSshd } from './hosts/ensure-sshd.ts';
import {
  findIsolation,
  findLeftover,
  type HostProcess,
  hostFolder,
  hostHome,
  type LabSetting,
  startHostProcess,
} from './hosts/host-process.ts';
import { type HostState, loadLabState } from './hosts/lab-state.ts';
import { ensureLabUser, ensureSshdAccount } from './hosts/lab-user.ts';
import { LabUnavailable } from './lab-unavailable.ts';
import { isAlive, signal, waitUntil } from './processes.ts';
import type { Say } from './words.ts';

/** A machine of the lab: an sshd on a loopback address of its own, one plain user, own home, own /tmp. */
export interface LabHost {
  readonly name: string;
  /** 127.x.y.z; servers on the host should bind to it too, so that every host has its own 3306. */
  readonly address: string;
  readonly sshPort: number;
  readonly user: string;
  /** PEM, the same for all hosts of a lab, made for this lab. */
  readonly privateKey: string;
  /** `SHA256:…` */
  readonly hostKeyFingerprint: string;
  /** The user's home, as seen on the host: put base directories below it. */
  readonly root: string;
  /** The same folder, as seen from outside. */
  readonly folder: string;
  /** Own mount, process and host-name namespaces (as root). Without, kill and freeze find processes by a mark. */
  readonly isolated: boolean;
  isRunning(): boolean;
  /** Process numbers, as seen from outside, of everything on the host. */
  processes(): readonly number[];
  /** Power on again after kill or stop: same address, port and keys. */
  start(): Promise<void>;
  /** Power loss: everything on it dies at once, nothing is flushed or said good-bye to. */
  kill(): Promise<void>;
  /** The whole machine stands still (SIGSTOP); sockets stay open and silent. */
  freeze(): Promise<void>;
  thaw(): Promise<void>;
  /** Orderly: SIGTERM to everything, `graceMilliseconds` (30 s by default) to finish. */
  stop(graceMilliseconds?: number): Promise<void>;
}

export interface LabHosts extends AsyncDisposable {
  readonly hosts: readonly LabHost[];
  readonly folder: string;
  stop(graceMilliseconds?: number): Promise<void>;
}

export interface LabHostsOptions {
  readonly count: number;
  /** Everything of the lab lives here. Started again in the same folder, hosts come back as they were. */
  readonly folder: string;
  readonly say?: Say;
}

/**
 * Starts lab hosts, side by side. They end with `stop()`, and also when this process dies, however it dies. What a lab
 * killed with -9 may have left in the same folder is ended first.
 * @throws LabUnavailable when there is no sshd and none can be had.
 */
export async function startLabHosts({ count, folder, say }: LabHostsOptions): Promise<LabHosts> {
  await mkdir(folder, { recursive: true, mode: 0o755 });
  const home = await realpath(folder);
  const sshd = await ensureSshd(say ? { say } : {});
  if ('missing' in sshd) throw new LabUnavailable(sshd.words);
  await ensureSshdAccount();
  const user = await ensureLabUser();
  const state = await loadLabState(home, count);
  const setting: LabSetting = {
    folder: home,
    user,
    publicKey: state.key.publicKey,
    sshd,
    isolation: await findIsolation(),
  };
  await Promise.all(state.hosts.map(async (host) => (await findLeftover(setting, host))?.kill()));

  const hosts = state.hosts.slice(0, count).map((host) => labHost(setting, host, state.key.privateKey));
  const starts = await Promise.allSettled(hosts.map((host) => host.start()));
  const stop = async (grace?: number) => {
    await Promise.all(hosts.map((host) => host.stop(grace)));
  };
  const failed = starts.find((start) => start.status === 'rejected');
  if (failed) {
    await stop(0);
    throw failed.reason;
  }
  return { hosts, folder: home, stop, [Symbol.asyncDispose]: () => stop(0) };
}

function labHost(setting: LabSetting, host: HostState, privateKey: string): LabHost {
  let running: HostProcess | undefined;
  const isRunning = () => running !== undefined && isAlive(running.outermost);
  return {
    name: host.name,
    address: host.address,
    sshPort: host.sshPort,
    user: setting.user.name,
    privateKey,
    hostKeyFingerprint: host.hostKey.fingerprint,
    root: hostHome(setting, host),
    folder: path.join(hostFolder(setting, host), 'home'),
    isolated: setting.isolation === 'full',
    isRunning,
    processes: () => running?.list().map(({ pid }) => pid) ?? [],
    start: async () => {
      if (isRunning()) return;
      running = await startHostProcess(setting, host);
    },
    kill: async () => {
      await running?.kill();
      running = undefined;
    },
    freeze: async () => {
      const all = running;
      if (!all) throw new Error(`host ${host.name} is not running`);
      // A process may fork while we go through the list: until one pass finds nobody new.
      const stopped = new Set<string>();
      const settled = await waitUntil(() => {
        const fresh = all.list().filter(({ pid, startTicks }) => !stopped.has(`${pid}.${startTicks}`));
        for (const id of fresh) {
          signal(id, 'SIGSTOP');
          stopped.add(`${id.pid}.${id.startTicks}`);
        }
        return fresh.length === 0;
      }, 5_000);
      if (!settled) throw new Error(`host ${host.name} keeps starting processes faster than they can be stopped`);
    },
    thaw: async () => {
      for (const id of running?.list() ?? []) signal(id, 'SIGCONT');
    },
    stop: async (graceMilliseconds = 30_000) => {
      for (const id of running?.list() ?? []) signal(id, 'SIGCONT'); // a frozen process cannot end in order
      await running?.stop(graceMilliseconds);
      running = undefined;
    },
  };
}
