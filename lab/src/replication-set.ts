import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { newLoopbackAddresses } from './loopback.ts';
import { type LabServer, startServer } from './server.ts';
import type { Flavor } from './trees/recipes.ts';

export interface ReplicationSet extends AsyncDisposable {
  readonly primary: LabServer;
  readonly replicas: readonly LabServer[];
  /** May do everything, from anywhere: for connections over TCP. Exists on all servers, by replication. */
  readonly account: { readonly user: string; readonly password: string };
  /** Until every running replica has applied what the primary had when asked. @throws after 30 s. */
  waitForCatchUp(): Promise<void>;
}

export interface ReplicationSetOptions {
  readonly flavor: Flavor;
  readonly replicas: number;
  /** `lossless`: the primary waits (practically for ever) for one replica before it commits. */
  readonly semiSync?: 'off' | 'lossless';
  readonly folder: string;
  readonly performanceSchema?: 'on' | 'off';
  /** Further command line options for every server. */
  readonly options?: readonly string[];
}

/** A primary and its replicas, by GTID, each on a loopback address of its own. Nobody is errant: all came empty. */
export async function startReplicationSet(given: ReplicationSetOptions): Promise<ReplicationSet> {
  const { flavor, folder, semiSync = 'off', options = [], performanceSchema = 'off' } = given;
  const addresses = newLoopbackAddresses(given.replicas + 1);
  const starts = await Promise.allSettled(
    addresses.map((address, index) =>
      startServer({
        ...{ flavor, address, performanceSchema },
        folder: path.join(folder, index === 0 ? 'primary' : `replica-${index}`),
        serverId: index + 1,
        options: [...options, ...(semiSync === 'off' ? [] : semiSyncOptions(flavor, index === 0))],
      }),
    ),
  );
  const servers = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
  const dispose = async () => {
    await Promise.all(servers.map((server) => server[Symbol.asyncDispose]()));
  };
  try {
    for (const start of starts) if (start.status === 'rejected') throw start.reason;
    const [primary, ...replicas] = servers;
    if (!primary) throw new Error('a replication set needs a primary');
    const account = { user: 'lab', password: randomBytes(12).toString('base64url') };
    await primary.rows(`create user ${account.user}@'%' identified by '${account.password}'`);
    await primary.rows(`grant all on *.* to ${account.user}@'%' with grant option`);
    // Only now: with it on, even the account replicas log in with would wait for a replica.
    if (semiSync === 'lossless') await primary.rows(`set global rpl_semi_sync_${wordsOf(flavor)[0]}_enabled = on`);
    await Promise.all(replicas.map((replica) => follow(replica, primary, account)));
    const waitForCatchUp = async () => {
      await Promise.all(replicas.map((replica) => caughtUp(replica, primary)));
    };
    await waitForCatchUp();
    return { primary, replicas, account, waitForCatchUp, [Symbol.asyncDispose]: dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

const LONG_MILLISECONDS = 1_000_000_000;

const wordsOf = (flavor: Flavor) =>
  flavor === 'mysql' ? (['source', 'replica'] as const) : (['master', 'slave'] as const);

function semiSyncOptions(flavor: Flavor, isPrimary: boolean): string[] {
  const [source, replica] = wordsOf(flavor);
  if (!isPrimary) return [`--rpl-semi-sync-${replica}-enabled=ON`];
  return [`--rpl-semi-sync-${source}-timeout=${LONG_MILLISECONDS}`, `--rpl-semi-sync-${source}-wait-point=AFTER_SYNC`];
}

async function follow(replica: LabServer, primary: LabServer, account: ReplicationSet['account']): Promise<void> {
  const { address, port, flavor } = primary;
  if (flavor === 'mysql') {
    await replica.rows(
      `change replication source to source_host = ?, source_port = ?, source_user = ?, source_password = ?,
        source_auto_position = 1, source_connect_retry = 1, get_source_public_key = 1`,
      [address, port, account.user, account.password],
    );
    await replica.rows('start replica');
    await replica.rows('set global super_read_only = on');
    return;
  }
  await replica.rows(
    `change master to master_host = ?, master_port = ?, master_user = ?, master_password = ?,
      master_use_gtid = slave_pos, master_connect_retry = 1`,
    [address, port, account.user, account.password],
  );
  await replica.rows('start slave');
  await replica.rows('set global read_only = on');
}

async function caughtUp(replica: LabServer, primary: LabServer): Promise<void> {
  if (!replica.isRunning()) return;
  const isMysql = primary.flavor === 'mysql';
  const [position] = await primary.rows(`select ${isMysql ? '@@gtid_executed' : '@@gtid_binlog_pos'} as gtids`);
  const wait = isMysql ? 'wait_for_executed_gtid_set(?, 30)' : 'master_gtid_wait(?, 30)';
  const [answer] = await replica.rows(`select ${wait} as missed`, [position?.gtids]);
  if (Number(answer?.missed) !== 0) {
    throw new Error(`${replica.address}:${replica.port} has not applied ${position?.gtids} within 30 s`);
  }
}
