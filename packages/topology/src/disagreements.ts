import type { Words } from '@myriad/runbook';
import type { Grade } from './finding.ts';

export interface DisagreementDefinition {
  /** Stable. */
  readonly code: string;
  readonly grade: Grade;
  readonly title: Words;
  /** With `{server}`, `{recorded}`, `{found}`. */
  readonly words: Words;
  readonly why: Words;
  readonly next: Words;
  /** Taking over what was found makes sense; otherwise reality must be brought back, or looked into. */
  readonly canAccept: boolean;
}

const define = <const T extends readonly DisagreementDefinition[]>(definitions: T): T => definitions;

/** How the record and the server can disagree. */
export const disagreementDefinitions = define([
  {
    code: 'RECORD_ROLE_DIFFERS',
    grade: 'bad',
    canAccept: true,
    title: { en: 'Another role than recorded', zh: '角色与记录不符' },
    words: {
      en: '{server} is recorded as {recorded} and is {found}.',
      zh: '{server} 记录为 {recorded}，实际为 {found}。',
    },
    why: {
      en: 'Somebody switched by hand, or a switch was left half done.',
      zh: '有人手工切换过，或切换只完成了一半。',
    },
    next: {
      en: 'If the switch was meant, accept it on each server. Else switch back by hand: close the writer, wait until the recorded primary has everything, stop its replication, open it, repoint the others. Myriad does not switch primaries yet.',
      zh: '若切换是有意的，请在各实例上接受现状。否则请人工切换回来：将当前可写实例设为只读，等登记的主库追平，停止其复制并开放写入，再重新指向其他从库。Myriad 目前还不能切换主库。',
    },
  },
  {
    code: 'RECORD_VERSION_DIFFERS',
    grade: 'warn',
    canAccept: true,
    title: { en: 'Another version than recorded', zh: '版本与记录不符' },
    words: {
      en: '{server} is recorded with {recorded} and runs {found}.',
      zh: '{server} 记录版本为 {recorded}，实际运行 {found}。',
    },
    why: { en: 'It was upgraded past the platform.', zh: '在平台之外被升级过。' },
    next: { en: 'Accept it, and find out who upgraded it.', zh: '请接受现状，并查明升级者。' },
  },
  {
    code: 'RECORD_FLAVOR_DIFFERS',
    grade: 'bad',
    canAccept: false,
    title: { en: 'MySQL where MariaDB was, or the reverse', zh: '数据库类型与记录不符' },
    words: {
      en: '{server} is recorded as {recorded} and is {found}.',
      zh: '{server} 记录为 {recorded}，实际为 {found}。',
    },
    why: { en: 'The port belongs to another server altogether.', zh: '该端口已属于完全不同的服务器。' },
    next: {
      en: 'Correct the address, or register the new server by itself.',
      zh: '请更正地址，或将新服务器单独登记。',
    },
  },
  {
    code: 'RECORD_READ_ONLY_DIFFERS',
    grade: 'bad',
    canAccept: true,
    title: { en: 'Open where it should be closed, or the reverse', zh: '读写状态与记录不符' },
    words: { en: '{server} should be {recorded} and is {found}.', zh: '{server} 应为 {recorded}，实际为 {found}。' },
    why: {
      en: 'An open replica gets errant transactions; a closed primary stops the application.',
      zh: '可写的从库会产生多余事务；只读的主库会使应用停止。',
    },
    next: { en: 'Bring reality back, after looking who changed it.', zh: '请查明修改者后恢复到记录状态。' },
  },
  {
    code: 'RECORD_SOURCE_DIFFERS',
    grade: 'bad',
    canAccept: true,
    title: { en: 'Another source than recorded', zh: '复制来源与记录不符' },
    words: {
      en: '{server} should replicate from {recorded} and replicates from {found}.',
      zh: '{server} 应从 {recorded} 复制，实际从 {found} 复制。',
    },
    why: {
      en: 'It follows another history: a switch without it would leave it behind.',
      zh: '它跟随的是另一条历史，切换时会被遗漏。',
    },
    next: {
      en: 'Accept it if it was repointed on purpose; else bring reality back, which repoints it where its GTIDs allow it.',
      zh: '若有意改动请接受现状，否则请恢复到登记状态：GTID 允许时会重新指向登记的复制源。',
    },
  },
  {
    code: 'RECORD_UUID_CHANGED',
    grade: 'bad',
    canAccept: true,
    title: { en: 'Another server answers', zh: '服务器身份已改变' },
    words: {
      en: '{server} had the uuid {recorded} and now has {found}.',
      zh: '{server} 的 uuid 原为 {recorded}，现为 {found}。',
    },
    why: { en: 'It was rebuilt, or the address leads to another server.', zh: '已被重建，或地址指向了另一台服务器。' },
    next: {
      en: 'Accept it if it was rebuilt. Else correct the address before anything is done there: a uuid cannot be brought back, and copying auto.cnf to do so would make two servers one.',
      zh: '若已重建请接受现状。否则在操作之前先更正地址：uuid 无法恢复，若为此复制 auto.cnf，会使两台服务器被视为同一台。',
    },
  },
  {
    code: 'PORT_ANSWERS_AS_ANOTHER',
    grade: 'bad',
    canAccept: false,
    title: { en: 'A port answers as another instance', zh: '端口应答的是另一实例' },
    words: { en: 'At the address of {server} answers {found}.', zh: '{server} 的地址上应答的是 {found}。' },
    why: {
      en: 'A virtual IP, a tunnel or a proxy leads elsewhere: an act meant for one would hit the other.',
      zh: '虚拟 IP、隧道或代理指向了别处：操作会落到错误的实例上。',
    },
    next: {
      en: 'Correct the address or the path; nothing is done there until then.',
      zh: '请更正地址或路径；在此之前不会执行任何操作。',
    },
  },
  {
    code: 'RECORD_SERVER_ID_DIFFERS',
    grade: 'warn',
    canAccept: true,
    title: { en: 'Another server_id than recorded', zh: 'server_id 与记录不符' },
    words: {
      en: '{server} is recorded with server_id {recorded} and has {found}.',
      zh: '{server} 记录的 server_id 为 {recorded}，实际为 {found}。',
    },
    why: {
      en: 'MariaDB writes it into every GTID: histories are told apart by it.',
      zh: 'MariaDB 会将其写入每个 GTID，用以区分历史。',
    },
    next: { en: 'Accept it if it is unique in the cluster.', zh: '若在集群内唯一，请接受现状。' },
  },
  {
    code: 'REPLICA_MISSING',
    grade: 'bad',
    canAccept: true,
    title: { en: 'A recorded replica does not replicate', zh: '登记的从库未在复制' },
    words: {
      en: '{server} is recorded as a replica and replicates from nobody.',
      zh: '{server} 登记为从库，但没有从任何节点复制。',
    },
    why: {
      en: 'It gets older by the minute while it looks like protection.',
      zh: '它看似提供保护，实际数据却越来越旧。',
    },
    next: {
      en: 'Closed: bring reality back, which points it at its source where its GTIDs allow it; else rebuild it. Open: somebody made it a primary; look who writes, and accept it.',
      zh: '只读时：可恢复到登记状态，GTID 允许时重新指向复制源，否则请重建。可写时：说明已被人工提升为主库，请查明写入来源后接受现状。',
    },
  },
  {
    code: 'REPLICA_UNKNOWN',
    grade: 'warn',
    canAccept: true,
    title: { en: 'A replica nobody recorded', zh: '未登记的从库' },
    words: { en: '{found} belongs to the cluster and is not recorded.', zh: '{found} 属于该集群但未登记。' },
    why: {
      en: 'A switch would leave it on the old primary, and its data out of every rule.',
      zh: '切换时会被留在旧主库上，其数据也不受任何规则约束。',
    },
    next: { en: 'Register it, or find out who runs it and end it.', zh: '请登记，或查明归属后下线。' },
  },
]);

export type DisagreementCode = (typeof disagreementDefinitions)[number]['code'];
