import type { Words } from '@myriad/contract';
import { parseGtidSet, printGtidSet, refusesWrites, type ServerGlance, subtractGtid, unionGtid } from '@myriad/mysql';

export interface WhyNot {
  readonly code: string;
  readonly words: Words;
  readonly next: Words;
}

const mostShown = 200;
const byHand: Words = {
  en: 'By hand: find out which rows these are, take over what is wanted, then rebuild this replica from its source.',
  zh: '请人工处理：查明这些事务修改的数据，保留需要的部分，然后从复制源重建该从库。',
};

/** A source, and what its binary logs no longer hold (`readPurged`). */
export type SourceSeen = ServerGlance & { readonly purged: string };

/**
 * May a replica be pointed at the source the record names? Only by GTID, only where the source has everything the replica
 * executed or received (what it lacks would stand on the replica alone, for ever), and only where it still holds everything the
 * replica lacks. Pure; the replica is to be read before the source, so that a transaction in between is never called errant.
 * @returns undefined: it may
 */
export function judgeRepoint(name: string, replica: ServerGlance, source: SourceSeen): WhyNot | undefined {
  const { version } = replica;
  const [, ...more] = replica.channels;
  if (replica.group || source.group)
    return {
      code: 'GROUP_MEMBER',
      words: { en: `${name} belongs to a replication group.`, zh: `${name} 属于组复制。` },
      next: {
        en: 'Its group decides whom it follows: STOP and START GROUP_REPLICATION by hand.',
        zh: '复制关系由组自身决定：请人工执行 STOP/START GROUP_REPLICATION。',
      },
    };
  if (!refusesWrites(version, { readOnly: replica.readOnly, superReadOnly: replica.superReadOnly ?? undefined }))
    return {
      code: 'REPLICA_TAKES_WRITES',
      words: { en: `${name} takes writes: it may be the primary by now.`, zh: `${name} 可写：它可能已是主库。` },
      next: {
        en: 'Look who writes to it. If it is the primary now, accept reality; else close it for writes first.',
        zh: '请先查明谁在写入。若它已是主库请接受现状，否则请先将其设为只读。',
      },
    };
  if (more.length > 0)
    return {
      code: 'MANY_CHANNELS',
      words: { en: `${name} follows several sources.`, zh: `${name} 有多个复制源。` },
      next: {
        en: 'Which of them is wrong nobody can tell from here: change that channel by hand.',
        zh: '平台无法判断哪一个有误，请人工修改相应通道。',
      },
    };
  if (replica.gtid !== 'on' || source.gtid !== 'on')
    return {
      code: 'GTID_OFF',
      words: {
        en: `Without GTIDs on both sides nobody can tell where ${name} would have to go on.`,
        zh: `两端未同时开启 GTID，无法确定 ${name} 应从何处继续。`,
      },
      next: { en: 'Rebuild this replica from its source.', zh: '请从复制源重建该从库。' },
    };
  if (!source.logBin)
    return {
      code: 'SOURCE_LOGS_NOTHING',
      words: {
        en: `Its recorded source writes no binary log (log_bin is off): it could send ${name} nothing.`,
        zh: `登记的复制源未开启二进制日志（log_bin 为 OFF），无法向 ${name} 发送任何事务。`,
      },
      next: {
        en: 'Switch log_bin on there, which takes a restart, and rebuild this replica; what was written meanwhile stands in no log.',
        zh: '请在复制源上开启 log_bin（需要重启）并重建该从库；关闭期间的写入不在任何日志中。',
      },
    };
  if (source.channels.some(({ sourceServerId }) => sourceServerId === replica.serverId))
    return {
      code: 'SOURCE_FOLLOWS_REPLICA',
      words: {
        en: `Its recorded source follows ${name}: they were switched by hand.`,
        zh: `登记的复制源正在跟随 ${name}：两者已被人工切换。`,
      },
      next: {
        en: 'Accept the roles as they are; switching back is a planned switch of the primary, which does not exist here yet.',
        zh: '请接受当前角色；切换回来属于计划内主从切换，平台目前尚不支持。',
      },
    };
  if (replica.semiSync.replicaActive)
    return {
      code: 'REPLICA_ACKNOWLEDGES',
      words: {
        en: `${name} acknowledges commits of the source it follows now: taken away, those commits could stall or be lost.`,
        zh: `${name} 正在为当前复制源确认提交：移走它可能使提交停滞或丢失。`,
      },
      next: {
        en: 'Make another replica acknowledge there first, or switch semi-sync off on this one, by hand.',
        zh: '请先让其他从库承担确认，或人工关闭该从库的半同步。',
      },
    };
  const errant = version.flavor === 'mysql' ? errantOfMysql(replica, source) : errantOfMariadb(replica, source);
  if (errant !== '')
    return {
      code: 'ERRANT_TRANSACTIONS',
      words: {
        en: `${name} has transactions that its recorded source lacks: ${errant.slice(0, mostShown)}`,
        zh: `${name} 有登记的复制源所没有的事务：${errant.slice(0, mostShown)}`,
      },
      next: byHand,
    };
  const lost = lostWith(replica, source);
  if (lost === '') return undefined;
  return {
    code: 'SOURCE_PURGED',
    words: {
      en: `Its recorded source has purged binary logs that ${name} still needs: ${lost.slice(0, mostShown)}`,
      zh: `登记的复制源已清除 ${name} 仍需要的二进制日志：${lost.slice(0, mostShown)}`,
    },
    next: {
      en: 'While it follows its present source, let it catch up there and try again; else rebuild it from its source.',
      zh: '若它仍在跟随当前复制源，请等其追上后重试，否则请从复制源重建。',
    },
  };
}

/** What the source cannot send any more and the replica has not executed; what it only received is thrown away. */
function lostWith({ version: { flavor }, executed }: ServerGlance, { purged }: SourceSeen): string {
  return printGtidSet(subtractGtid(parseGtidSet(flavor, purged), parseGtidSet(flavor, executed)));
}

/** What it executed or holds in its relay log, which is thrown away, and could not be fetched again. */
function errantOfMysql(replica: ServerGlance, source: ServerGlance): string {
  const received = parseGtidSet('mysql', replica.channels[0]?.received ?? '');
  const has = unionGtid(parseGtidSet('mysql', replica.executed), received);
  return printGtidSet(subtractGtid(has, parseGtidSet('mysql', source.executed)));
}

/**
 * A position hides what lies below it, hence by domain and server: gtid_binlog_state tells the last transaction of each that
 * wrote. The positions count likewise, for a replica that logs nothing: one of a server the source never heard of has another history,
 * however low its number.
 */
function errantOfMariadb(replica: ServerGlance, source: ServerGlance): string {
  const there = lastOfEach(`${source.binlogState},${source.executed}`);
  const has = [...lastOfEach([replica.binlogState, replica.executed, replica.channels[0]?.received ?? ''].join(','))];
  return has
    .filter(([who, last]) => (there.get(who) ?? -1n) < last)
    .map(([who, last]) => `${who}-${last}`)
    .join(',');
}

/** By `domain-server`, the highest number. */
function lastOfEach(state: string): ReadonlyMap<string, bigint> {
  const found = new Map<string, bigint>();
  for (const [, who = '', last = '0'] of state.matchAll(/(\d+-\d+)-(\d+)/g)) {
    const known = found.get(who) ?? -1n;
    found.set(who, known > BigInt(last) ? known : BigInt(last));
  }
  return found;
}
