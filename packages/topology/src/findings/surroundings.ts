import { defineFinding } from '../define-finding.ts';
import type { Seen } from '../fleet.ts';
import { isGalera } from '../shape-of.ts';

const mostOffMilliseconds = 2_000;

/** The parts of a portrait that hold something at once to judge by. */
function refusedParts(server: Seen): readonly string[] {
  if (!server.portrait) return [];
  return Object.entries(server.portrait).flatMap(([name, part]) =>
    // That nobody may read whose password is empty is as it should be at this level.
    typeof part === 'object' && part !== null && 'ok' in part && part.ok === false && name !== 'emptyPasswords'
      ? [name]
      : [],
  );
}

export const surroundings = [
  defineFinding({
    code: 'CLOCK_OFF',
    grade: 'warn',
    title: { en: 'The clock is wrong', zh: '时钟偏差' },
    words: { en: 'The clock of {server} is {seconds} s off ours.', zh: '{server} 的时钟与平台相差 {seconds} 秒。' },
    why: {
      en: 'Lag, log times and certificates are judged by it; a restore to a point in time misses by as much.',
      zh: '延迟、日志时间与证书均以其为准；定点恢复会偏差同样多。',
    },
    next: { en: 'Switch time synchronisation on at the host.', zh: '请在主机上启用时间同步。' },
    find: ({ seen }) =>
      seen.flatMap(({ id, glance }) => {
        const off = glance.clockOffsetMilliseconds;
        if (off === null || Math.abs(off) <= mostOffMilliseconds) return [];
        const grade = Math.abs(off) > 60_000 ? 'bad' : 'warn';
        return [
          { on: id, grade, values: { seconds: Math.round(off / 100) / 10 }, evidence: { offsetMilliseconds: off } },
        ];
      }),
  }),
  defineFinding({
    code: 'MANAGED_SERVICE',
    grade: 'info',
    title: { en: 'A managed service', zh: '云托管服务' },
    words: { en: '{server} is run by {vendor} ({sign}).', zh: '{server} 由 {vendor} 托管（{sign}）。' },
    why: {
      en: 'There is no host to act on, no SUPER, and replication and failover belong to the vendor: those acts stay grey.',
      zh: '没有可操作的主机，没有 SUPER，复制与切换由厂商负责：相关操作不可用。',
    },
    next: {
      en: 'Observe it here; start, stop and switch it in the vendor’s console.',
      zh: '可在此观察；启停与切换请使用厂商控制台。',
    },
    find: ({ seen }) =>
      seen.flatMap(({ id, portrait }) =>
        portrait?.managed
          ? [
              {
                on: id,
                values: { vendor: portrait.managed.name, sign: portrait.managed.sign },
                evidence: { ...portrait.managed },
              },
            ]
          : [],
      ),
  }),
  defineFinding({
    code: 'PORTRAIT_INCOMPLETE',
    grade: 'info',
    title: { en: 'Not everything could be seen', zh: '部分信息不可见' },
    words: { en: 'On {server} these could not be read: {parts}.', zh: '{server} 上以下内容无法读取：{parts}。' },
    why: {
      en: 'Nothing is concluded from what was not seen: flaws there stay unnamed.',
      zh: '不会据未看到的内容下结论：其中的问题不会被指出。',
    },
    next: {
      en: 'Give the account the optional grants shown for its level.',
      zh: '请为账号补充所选级别显示的可选授权。',
    },
    find: ({ seen }) =>
      seen.flatMap((server) => {
        const parts = refusedParts(server);
        return parts.length > 0
          ? [{ on: server.id, values: { parts: parts.join(', ') }, evidence: { parts: [...parts] } }]
          : [];
      }),
  }),
  defineFinding({
    code: 'PERFORMANCE_SCHEMA_OFF',
    grade: 'info',
    title: { en: 'No performance_schema', zh: '未开启 performance_schema' },
    words: { en: '{server} runs without performance_schema.', zh: '{server} 未开启 performance_schema。' },
    why: { en: 'Locks, statements and replicas’ identities cannot be seen.', zh: '无法查看锁、语句以及从库身份。' },
    next: {
      en: 'Switch it on at the next restart (MariaDB: it is off by default).',
      zh: '请在下次重启时开启（MariaDB 默认关闭）。',
    },
    find: ({ seen }) =>
      seen
        .filter((server) => server.variable('performance_schema') === 'OFF')
        .map(({ id }) => ({ on: id, evidence: { performance_schema: 'OFF' } })),
  }),
  defineFinding({
    code: 'GALERA_CLUSTER',
    grade: 'info',
    title: { en: 'A Galera cluster', zh: 'Galera 集群' },
    words: { en: '{server} belongs to a Galera cluster.', zh: '{server} 属于 Galera 集群。' },
    why: {
      en: 'It switches by itself and replicates in its own way: Myriad observes and backs it up, no more.',
      zh: '它自行切换并使用自己的复制方式：Myriad 仅提供观察与备份。',
    },
    next: { en: 'Operate membership with Galera’s own means.', zh: '请使用 Galera 自身的手段管理成员。' },
    find: ({ servers }) => servers.filter(isGalera).map(({ id }) => ({ on: id, evidence: { wsrep: true } })),
  }),
];
