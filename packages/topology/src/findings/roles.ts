import { compareVersions } from '@myriad/mysql';
import { defineFinding } from '../define-finding.ts';
import type { Fleet, Seen } from '../fleet.ts';
import { reaches } from '../graph-of.ts';

/** Servers that take writes side by side by design. */
const manyMayWrite = ({ graph }: Fleet) => graph.shape === 'group-replication' || graph.shape === 'galera';

/** Values held by more than one server. */
function shared(fleet: Fleet, of: (server: Seen) => string): readonly (readonly [string, readonly Seen[]])[] {
  const groups = Map.groupBy(
    fleet.seen.filter((server) => of(server) !== ''),
    of,
  );
  return [...groups].filter(([, servers]) => servers.length > 1);
}

const namesOf = (servers: readonly Seen[]) => servers.map(({ name }) => name).join(', ');

export const roles = [
  defineFinding({
    code: 'TWO_WRITERS',
    grade: 'bad',
    title: { en: 'Several servers accept writes', zh: '多个节点可写' },
    words: { en: 'Writes are accepted by {servers} at the same time.', zh: '{servers} 同时可写。' },
    why: {
      en: 'The same row changed in two places breaks replication or, worse, differs in silence.',
      zh: '同一行在两处修改会使复制中断，更糟的是悄然不一致。',
    },
    next: {
      en: 'Decide which one is the writer and make the others read-only.',
      zh: '请确定唯一可写节点，并将其余设为只读。',
    },
    find: (fleet) => {
      const { edges } = fleet.graph;
      const writers = fleet.seen.filter(({ node }) => node.writable);
      // Two primaries that feed one replica do not meet; one whose writes arrive on another that is open too does.
      const meets = (a: Seen, b: Seen) => a !== b && (reaches(edges, a.id, b.id) || reaches(edges, b.id, a.id));
      const linked = writers.filter((one) => writers.some((other) => meets(one, other)));
      return linked.length > 1 && !manyMayWrite(fleet)
        ? [{ values: { servers: namesOf(linked) }, evidence: { servers: linked.map(({ id }) => id) } }]
        : [];
    },
  }),
  defineFinding({
    code: 'REPLICA_WRITABLE',
    grade: 'bad',
    title: { en: 'A replica accepts writes', zh: '从库可写' },
    words: { en: '{server} is a replica and accepts writes.', zh: '{server} 是从库，却可以写入。' },
    why: {
      en: 'One write of an application on it is an errant transaction, and data that exist nowhere else.',
      zh: '应用一旦写入，就会产生多余事务和别处不存在的数据。',
    },
    next: {
      en: 'Set super_read_only (MariaDB: read_only) now and in the option file.',
      zh: '请立即设置 super_read_only（MariaDB 为 read_only），并写入配置文件。',
    },
    find: (fleet) =>
      fleet.seen
        .filter(({ isReplica, node }) => isReplica && node.writable && node.role !== 'primary' && !manyMayWrite(fleet))
        .map(({ id, glance }) => ({ on: id, evidence: { readOnly: glance.readOnly } })),
  }),
  defineFinding({
    code: 'REPLICA_OPEN_TO_SUPER',
    grade: 'warn',
    title: { en: 'A replica open to administrators', zh: '从库对管理账号可写' },
    words: {
      en: '{server} is read_only but not super_read_only.',
      zh: '{server} 仅设置了 read_only，未设置 super_read_only。',
    },
    why: {
      en: 'Accounts with SUPER or CONNECTION_ADMIN still write, and so do scripts that use them.',
      zh: '拥有 SUPER 或 CONNECTION_ADMIN 的账号及使用它们的脚本仍可写入。',
    },
    next: { en: 'SET GLOBAL super_read_only = ON.', zh: '请执行 SET GLOBAL super_read_only = ON。' },
    find: ({ seen }) =>
      seen
        .filter(
          ({ isReplica, node, glance }) =>
            isReplica && node.role !== 'primary' && glance.readOnly && glance.superReadOnly === false,
        )
        .map(({ id }) => ({ on: id, evidence: { superReadOnly: false } })),
  }),
  defineFinding({
    code: 'NO_WRITER',
    grade: 'bad',
    title: { en: 'Nobody accepts writes', zh: '没有可写节点' },
    words: { en: 'No server of the cluster accepts writes.', zh: '集群中没有可写节点。' },
    why: {
      en: 'Applications can only read. Perhaps a switch was left half done.',
      zh: '应用只能读取，可能是切换只做了一半。',
    },
    next: {
      en: 'Find out whether it is meant so; open the right primary for writes.',
      zh: '请确认是否有意为之，并打开正确主库的写入。',
    },
    find: ({ seen, servers, graph }) =>
      seen.length > 0 &&
      seen.length === servers.length &&
      graph.writers.length === 0 &&
      graph.shape !== 'source-unknown'
        ? [{ evidence: { servers: seen.map(({ id }) => id) } }]
        : [],
  }),
  defineFinding({
    code: 'SINGLE_SERVER',
    grade: 'info',
    title: { en: 'A single server', zh: '单点实例' },
    words: { en: '{server} has no replica.', zh: '{server} 没有从库。' },
    why: {
      en: 'When it is lost the service stands until a backup is restored.',
      zh: '一旦丢失，服务将中断，直到从备份恢复。',
    },
    next: {
      en: 'Add a replica if the application cannot stand still for hours.',
      zh: '若应用不能中断数小时，请增加从库。',
    },
    find: ({ seen, graph }) => (graph.shape === 'single' ? seen.map(({ id }) => ({ on: id })) : []),
  }),
  defineFinding({
    code: 'SERVER_ID_TWICE',
    grade: 'bad',
    title: { en: 'One server_id on several servers', zh: 'server_id 重复' },
    words: { en: 'server_id {id} belongs to {servers}.', zh: 'server_id {id} 同时属于 {servers}。' },
    why: {
      en: 'Servers take each other’s events for their own and drop them; two replicas of one id throw each other out.',
      zh: '服务器会把对方的事件当作自己的而丢弃；两个同号从库会互相踢下线。',
    },
    next: {
      en: 'Give each server a server_id of its own; needs a restart of replication.',
      zh: '请为每台服务器设置唯一的 server_id；需要重启复制。',
    },
    find: (fleet) =>
      shared(fleet, ({ glance }) => (glance.serverId > 0 ? String(glance.serverId) : '')).map(([id, servers]) => ({
        ...{ key: id, values: { id, servers: namesOf(servers) } },
        evidence: { serverId: Number(id), servers: servers.map((server) => server.id) },
      })),
  }),
  defineFinding({
    code: 'SERVER_UUID_TWICE',
    grade: 'bad',
    title: { en: 'One server_uuid on several servers', zh: 'server_uuid 重复' },
    words: { en: '{servers} have the same server_uuid {uuid}.', zh: '{servers} 的 server_uuid 相同：{uuid}。' },
    why: {
      en: 'A copied data directory. They cannot replicate from each other, and their GTIDs cannot be told apart.',
      zh: '由复制数据目录造成：彼此无法复制，GTID 也无法区分。',
    },
    next: {
      en: 'Stop the copy, remove its auto.cnf, start it again; rebuild it if it wrote anything.',
      zh: '请停止副本、删除 auto.cnf 后重新启动；若已有写入则需重建。',
    },
    find: (fleet) =>
      shared(fleet, ({ glance }) => glance.serverUuid).map(([uuid, servers]) => ({
        ...{ key: uuid, values: { uuid, servers: namesOf(servers) } },
        evidence: { serverUuid: uuid, servers: servers.map((server) => server.id) },
      })),
  }),
  defineFinding({
    code: 'SOURCE_NEWER_THAN_REPLICA',
    grade: 'bad',
    title: { en: 'A source newer than its replica', zh: '主库版本高于从库' },
    words: {
      en: '{server} ({version}) replicates from a newer {source} ({sourceVersion}).',
      zh: '{server}（{version}）从版本更高的 {source}（{sourceVersion}）复制。',
    },
    why: {
      en: 'No vendor supports it: a new event or function stops replication any day.',
      zh: '厂商均不支持：新的事件或函数随时可能使复制中断。',
    },
    next: { en: 'Upgrade the replica first; the primary comes last.', zh: '请先升级从库，主库最后升级。' },
    find: (fleet) =>
      fleet.seen.flatMap((server) =>
        server.channels.flatMap(({ name, sourceServer }) => {
          const source = fleet.find(sourceServer?.id);
          const [own, theirs] = [server.glance.version, source?.glance.version];
          const isNewer =
            theirs?.flavor === own.flavor && theirs.series !== own.series && compareVersions(theirs, own) > 0;
          return source && isNewer
            ? [
                {
                  ...{ on: server.id, key: name },
                  values: { version: own.text, source: source.name, sourceVersion: source.glance.version.text },
                  evidence: { version: own.text, sourceVersion: source.glance.version.text },
                },
              ]
            : [];
        }),
      ),
  }),
  defineFinding({
    code: 'VERSIONS_DIFFER',
    grade: 'info',
    title: { en: 'Several versions in one cluster', zh: '集群内版本不一致' },
    words: { en: 'The cluster runs {versions}.', zh: '集群中运行着多个版本：{versions}。' },
    why: {
      en: 'Right while upgrading, and only then: after a failover the older one must follow the newer.',
      zh: '仅在升级过程中合理：切换后旧版本将不得不跟随新版本。',
    },
    next: { en: 'Finish the upgrade.', zh: '请完成升级。' },
    find: ({ seen }) => {
      const versions = [
        ...new Set(
          seen.map(({ glance }) => `${glance.version.flavor === 'mysql' ? 'MySQL' : 'MariaDB'} ${glance.version.text}`),
        ),
      ].sort();
      return versions.length > 1 ? [{ values: { versions: versions.join(', ') }, evidence: { versions } }] : [];
    },
  }),
  defineFinding({
    code: 'FLAVOURS_MIXED',
    grade: 'bad',
    title: { en: 'MySQL and MariaDB in one cluster', zh: 'MySQL 与 MariaDB 混用' },
    words: {
      en: '{server} replicates from {source}, which is of the other kind.',
      zh: '{server} 从另一类型的 {source} 复制。',
    },
    why: {
      en: 'Their GTIDs are not comparable: nothing can be switched over, and errant transactions cannot be seen.',
      zh: '两者的 GTID 无法比较：不能切换，也无法发现多余事务。',
    },
    next: { en: 'Use it for a migration only, and end it.', zh: '仅用于迁移，完成后请拆除。' },
    find: (fleet) =>
      fleet.seen.flatMap((server) =>
        server.channels.flatMap(({ name, sourceServer }) => {
          const source = fleet.find(sourceServer?.id);
          return source && source.glance.version.flavor !== server.glance.version.flavor
            ? [{ on: server.id, key: name, values: { source: source.name }, evidence: { source: source.id } }]
            : [];
        }),
      ),
  }),
  defineFinding({
    code: 'EVENTS_RUN_ON_REPLICA',
    grade: 'bad',
    title: { en: 'Events run on a replica', zh: '从库上启用了事件' },
    words: {
      en: 'Events are enabled on the replica {server}: {events}.',
      zh: '从库 {server} 上启用了事件：{events}。',
    },
    why: {
      en: 'They write there too: errant transactions, or everything done twice.',
      zh: '它们也会在从库写入：产生多余事务或重复执行。',
    },
    next: {
      en: 'Disable them on the replica (DISABLE ON REPLICA), with the binary log off for that session.',
      zh: '请在从库将其设为 DISABLE ON REPLICA，并在该会话关闭二进制日志。',
    },
    find: ({ seen }) =>
      seen.flatMap((server) => {
        const events = server.portrait?.events.ok ? server.portrait.events.value : [];
        const on = events.filter(({ status }) => status === 'enabled').map(({ schema, name }) => `${schema}.${name}`);
        const runs = server.isReplica && server.node.role !== 'primary' && server.glance.eventScheduler === 'on';
        return runs && on.length > 0
          ? [{ on: server.id, values: { events: on.slice(0, 10).join(', ') }, evidence: { events: on.slice(0, 50) } }]
          : [];
      }),
  }),
];
