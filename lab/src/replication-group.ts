import { randomBytes, randomUUID } from 'node:crypto';
import path from 'node:path';
import { freePort } from './free-port.ts';
import { newLoopbackAddresses } from './loopback.ts';
import { waitUntil } from './processes.ts';
import { type LabServer, startServer } from './server.ts';

/** MySQL's group replication with a single primary. */
export interface ReplicationGroup extends AsyncDisposable {
  readonly name: string;
  /** The first is the one that made the group, and its primary until something happens to it. */
  readonly members: readonly LabServer[];
  /** Until every running member has applied what the first had when asked. @throws after 60 s. */
  waitForCatchUp(): Promise<void>;
}

export interface ReplicationGroupOptions {
  readonly members: number;
  readonly folder: string;
  /** Further command line options for every server. */
  readonly options?: readonly string[];
}

/**
 * A group in which everybody is online, each on a loopback address of its own. Costs 400 MB a member: only the performance
 * schema tells who is in it.
 */
export async function startReplicationGroup(given: ReplicationGroupOptions): Promise<ReplicationGroup> {
  const { folder, options = [] } = given;
  const name = randomUUID();
  const seats: { address: string; group: string }[] = [];
  // The group talks only over addresses an interface carries by name: of the loopback that is the first one.
  for (const address of newLoopbackAddresses(given.members))
    seats.push({ address, group: `127.0.0.1:${await freePort()}` });
  const seeds = seats.map(({ group }) => group).join(',');
  const members: LabServer[] = [];
  const dispose = async () => {
    await Promise.all(members.map((member) => member[Symbol.asyncDispose]()));
  };
  const password = randomBytes(12).toString('base64url');
  try {
    // One after another: three at once would be slower on a busy machine, and the first has to be there before the others.
    for (const [at, { address, group }] of seats.entries()) {
      const member = await startServer({
        ...{ flavor: 'mysql', address, serverId: at + 1, performanceSchema: 'on' },
        folder: path.join(folder, `member-${at + 1}`),
        options: [...groupOptions(name, group, seeds), ...options],
      });
      members.push(member);
      await join(member, password, at === 0);
    }
    const [first] = members;
    if (!first) throw new Error('a group has a member');
    const online = await waitUntil(async () => (await onlineIn(first)) === members.length, 120_000);
    if (!online) throw new Error(`only ${await onlineIn(first)} of ${members.length} members came online`);
    const waitForCatchUp = async () => {
      const [position] = await first.rows('select @@gtid_executed as gtids');
      for (const member of members.filter((each) => each.isRunning())) {
        const [answer] = await member.rows('select wait_for_executed_gtid_set(?, 60) as missed', [position?.gtids]);
        if (Number(answer?.missed) !== 0) throw new Error(`${member.address} has not applied ${position?.gtids}`);
      }
    };
    await waitForCatchUp();
    return { name, members, waitForCatchUp, [Symbol.asyncDispose]: dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

const groupOptions = (name: string, local: string, seeds: string): readonly string[] => [
  '--plugin-load-add=group_replication.so',
  `--loose-group-replication-group-name=${name}`,
  `--loose-group-replication-local-address=${local}`,
  `--loose-group-replication-group-seeds=${seeds}`,
  '--loose-group-replication-start-on-boot=OFF',
  '--loose-group-replication-bootstrap-group=OFF',
  '--loose-group-replication-single-primary-mode=ON',
  '--loose-group-replication-recovery-get-public-key=ON',
  // What a busy machine holds up is not gone.
  '--loose-group-replication-member-expel-timeout=30',
];

/** The account is made on each, out of the binary log, as the manual has it: nobody comes with a transaction of its own. */
async function join(member: LabServer, password: string, isFirst: boolean): Promise<void> {
  const connection = await member.connect();
  try {
    for (const sql of [
      'set sql_log_bin = 0',
      `create user recovery@'%' identified by '${password}'`,
      "grant replication slave, backup_admin, connection_admin on *.* to recovery@'%'",
      'set sql_log_bin = 1',
      `change replication source to source_user = 'recovery', source_password = '${password}' for channel 'group_replication_recovery'`,
      ...(isFirst ? ['set global group_replication_bootstrap_group = on'] : []),
      'start group_replication',
      ...(isFirst ? ['set global group_replication_bootstrap_group = off'] : []),
    ])
      await connection.query(sql);
  } finally {
    connection.destroy();
  }
}

async function onlineIn(member: LabServer): Promise<number> {
  const [row] = await member.rows(
    "select count(*) as n from performance_schema.replication_group_members where member_state = 'ONLINE'",
  );
  return Number(row?.n);
}
