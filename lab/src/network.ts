import { randomInt } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { identify } from './processes.ts';
import { mustRun, runCommand } from './run-command.ts';

/** A machine of a lab network: a network namespace with one address. */
export interface NetworkHost {
  readonly namespace: string;
  readonly address: string;
  /** The command line that runs `argv` on this machine; the process keeps its number through it. */
  wrap(argv: readonly string[]): string[];
  /** Drops every packet from and to the peer, or to everybody: no reset, no answer, as a pulled cable. */
  cut(peer?: { readonly address: string }): Promise<void>;
  /** Lets through whatever was cut. */
  heal(): Promise<void>;
}

export interface LabNetwork extends AsyncDisposable {
  readonly hosts: readonly NetworkHost[];
  /** Ourselves on that network. */
  readonly address: string;
}

const PREFIX = 'myriad-';

/**
 * Machines on a network of their own, which we reach as well. Root only; needs `ip` and, to cut, `nft`. Names carry our
 * process number and its start, so that what a killed run left is recognised and removed by the next.
 */
export async function startNetwork(count: number): Promise<LabNetwork> {
  if (count > 200) throw new Error('a lab network has at most 200 machines');
  await removeLeftovers();
  const id = `${process.pid}-${identify(process.pid)?.startTicks}-${randomInt(1_000_000)}`;
  const hub = `${PREFIX}${id}-hub`;
  const network = `10.${randomInt(100, 250)}.${randomInt(0, 256)}`;
  const hosts = Array.from({ length: count }, (_, index) =>
    networkHost(`${PREFIX}${id}-${index + 1}`, `${network}.${index + 1}`),
  );
  const remove = async () => {
    // A namespace takes its cables along, ours at their other end included.
    for (const namespace of [...hosts.map((host) => host.namespace), hub]) await ip(['netns', 'del', namespace]);
  };
  // Interface names hold 15 characters; ours stand in the machine's own list, so they have to be unlike any other.
  const cable = `my${randomInt(36 ** 6).toString(36)}`;
  try {
    await mustRun('ip', ['netns', 'add', hub]);
    await mustRun('ip', ['-n', hub, 'link', 'add', 'hub', 'type', 'bridge']);
    await mustRun('ip', ['-n', hub, 'link', 'set', 'hub', 'up']);
    await mustRun('ip', ['link', 'add', cable, 'type', 'veth', 'peer', 'name', 'us', 'netns', hub]);
    await plugIn(hub, 'us');
    await mustRun('ip', ['address', 'add', `${network}.254/24`, 'dev', cable]);
    await mustRun('ip', ['link', 'set', cable, 'up']);
    for (const [index, host] of hosts.entries()) {
      const port = `port${index + 1}`;
      await mustRun('ip', ['netns', 'add', host.namespace]);
      const ends = ['eth0', 'netns', host.namespace, 'type', 'veth', 'peer', 'name', port];
      await mustRun('ip', ['-n', hub, 'link', 'add', ...ends]);
      await plugIn(hub, port);
      await mustRun('ip', ['-n', host.namespace, 'address', 'add', `${host.address}/24`, 'dev', 'eth0']);
      await mustRun('ip', ['-n', host.namespace, 'link', 'set', 'eth0', 'up']);
      await mustRun('ip', ['-n', host.namespace, 'link', 'set', 'lo', 'up']);
    }
  } catch (error) {
    await remove();
    throw error;
  }
  return { hosts, address: `${network}.254`, [Symbol.asyncDispose]: remove };
}

async function plugIn(hub: string, port: string): Promise<void> {
  await mustRun('ip', ['-n', hub, 'link', 'set', port, 'master', 'hub']);
  await mustRun('ip', ['-n', hub, 'link', 'set', port, 'up']);
}

function networkHost(namespace: string, address: string): NetworkHost {
  const wrap = (argv: readonly string[]) => ['ip', 'netns', 'exec', namespace, ...argv];
  const nft = async (rules: string) => {
    const [program = '', ...args] = wrap(['nft', '-f', '-']);
    await mustRun(program, args, { input: rules });
  };
  return {
    namespace,
    address,
    wrap,
    cut: (peer) => {
      const [from, to] = peer ? [`ip saddr ${peer.address}`, `ip daddr ${peer.address}`] : ['iif != lo', 'oif != lo'];
      return nft(`table inet cut {
        chain in { type filter hook input priority 0; ${from} drop; }
        chain out { type filter hook output priority 0; ${to} drop; }
      }`);
    },
    heal: () => nft('table inet cut\ndelete table inet cut'),
  };
}

async function removeLeftovers(): Promise<void> {
  for (const namespace of await readdir('/run/netns').catch(() => [])) {
    const [, pid, startTicks] = namespace.match(/^myriad-(\d+)-(\d+)-/) ?? [];
    if (pid && identify(Number(pid))?.startTicks !== Number(startTicks)) await ip(['netns', 'del', namespace]);
  }
}

const ip = (args: readonly string[]) => runCommand('ip', args);
