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

/** Puts back what ran before both threads were stopped. */
export const startReplicaThread = defineStatement<'receiver' | 'applier'>({
  name: 'replication.start-thread',
  why: {
    en: 'Starts one thread alone, so that what ran before an act that was given up runs again, and nothing else.',
    zh: '只启动一个复制线程：操作放弃后恢复原先运行的线程，不启动其他线程。',
  },
  ...changing,
  text: (version, thread) => `START ${verb(version)} ${thread === 'receiver' ? 'IO_THREAD' : 'SQL_THREAD'}`,
  examples: () => ['receiver', 'applier'],
});

const looking = { sentBy: ['operate'], changes: 'nothing' } as const;
const purgedWhy = {
  en: 'What a source has no longer in its binary logs: a replica that lacks it could never follow.',
  zh: '复制源的二进制日志中已不存在的事务：缺少这些事务的从库无法跟随。',
};

/** MariaDB keeps no such set: there it is the position its oldest binary log begins at. */
export const purgedSet = defineStatement({
  name: 'replication.purged',
  why: purgedWhy,
  ...looking,
  text: (version) => (version.flavor === 'mysql' ? 'SELECT @@GLOBAL.gtid_purged AS purged' : undefined),
});

export const binaryLogs = defineStatement({
  name: 'replication.binary-logs',
  why: { en: 'The oldest binary log a source still has.', zh: '复制源仍保留的最早的二进制日志。' },
  ...looking,
  limitSeconds: 20,
  text: (version) => (version.flavor === 'mariadb' ? 'SHOW BINARY LOGS' : undefined),
});

/** 4: behind the magic bytes every binary log begins with. */
export const positionAtStart = defineStatement({
  name: 'replication.position-at-start',
  why: purgedWhy,
  ...looking,
  limitSeconds: 20,
  text: (version) => (version.flavor === 'mariadb' ? 'SELECT BINLOG_GTID_POS(?, 4) AS purged' : undefined),
});
