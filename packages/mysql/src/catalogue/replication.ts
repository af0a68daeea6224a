import { quoteString } from '../quoting.ts';
import { type ReplicationSource, replicationOptions } from '../replication-options.ts';
import { isAtLeast, type Version } from '../version.ts';
import { defineStatement } from './statement.ts';

const newWords = (version: Version) => version.flavor === 'mysql' && isAtLeast(version, 8, 0, 23);
const verb = (version: Version) => (version.flavor === 'mysql' && isAtLeast(version, 8, 0, 22) ? 'REPLICA' : 'SLAVE');

const changing = { sentBy: ['deploy', 'operate'], changes: 'server' } as const;
const source = {
  host: '10.0.0.1',
  port: 3306,
  user: 'myriad_replication',
  password: '…',
  heartbeatSeconds: 1,
  connectRetrySeconds: 1,
};

/** Carries the replication password, so it is never logged by us. */
export const changeSource = defineStatement<ReplicationSource>({
  name: 'replication.configure',
  why: {
    en: 'Points a replica whose threads are stopped at its source, by GTID.',
    zh: '将已停止复制的从库按 GTID 指向主库。',
  },
  ...changing,
  text: (version, given) =>
    `CHANGE ${newWords(version) ? 'REPLICATION SOURCE' : 'MASTER'} TO ${replicationOptions(version, given).join(', ')}`,
  examples: () => [
    { ...source, tls: 'off' },
    { ...source, tls: 'unverified' },
    { ...source, tls: { authorities: '/srv/myriad/tls/authorities.pem' } },
  ],
});

/** Keeps the login and the TLS of the channel: whoever made it knows them, we need not. */
export const repointReplica = defineStatement<{ readonly host: string; readonly port: number }>({
  name: 'replication.repoint',
  why: {
    en: 'Points a replica whose threads are stopped at another source, by GTID, with the login it has.',
    zh: '将已停止复制的从库按 GTID 指向另一复制源，沿用其现有账号。',
  },
  ...changing,
  text: (version, { host, port }) => {
    const word = newWords(version) ? 'SOURCE' : 'MASTER';
    const place = `${word}_HOST = ${quoteString(host)}, ${word}_PORT = ${Math.trunc(port)}`;
    const by = version.flavor === 'mariadb' ? 'MASTER_USE_GTID = slave_pos' : `${word}_AUTO_POSITION = 1`;
    return `CHANGE ${newWords(version) ? 'REPLICATION SOURCE' : 'MASTER'} TO ${place}, ${by}`;
  },
  examples: () => [{ host: '10.0.0.1', port: 3306 }],
});

export const startReplica = defineStatement({
  name: 'replication.start',
  why: {
    en: 'Starts receiver and applier, only where the source lives.',
    zh: '启动接收与回放线程，仅在主库存活时使用。',
  },
  ...changing,
  text: (version) => `START ${verb(version)}`,
});

export const stopReplica = defineStatement({
  name: 'replication.stop',
  why: { en: 'Stops both threads; never on a candidate for promotion.', zh: '停止两个复制线程；绝不用于提升候选。' },
  ...changing,
  text: (version) => `STOP ${verb(version)}`,
});

export const resetReplica = defineStatement({
  name: 'replication.forget',
  why: { en: 'Forgets the source altogether.', zh: '清除复制来源信息。' },
  ...changing,
  text: (version) => `RESET ${verb(version)} ALL`,
});
