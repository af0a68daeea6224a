import { defineFinding } from '../define-finding.ts';
import { type Fleet, partOf, type Seen } from '../fleet.ts';

const membersOf = (server: Seen) => partOf(server, (portrait) => portrait.groupMembers) ?? [];
const groupNameOf = (server: Seen): string => server.variable('group_replication_group_name')?.toLowerCase() ?? '';
const isInside = (server: Seen): boolean =>
  membersOf(server).some(({ uuid, state }) => uuid === server.glance.serverUuid && /^(ONLINE|RECOVERING)$/.test(state));

/** Somebody of the same name whose members do not count this one, though it answers. */
const groupWithout = ({ seen }: Fleet, server: Seen): Seen | undefined =>
  seen.find(
    (other) =>
      other !== server &&
      groupNameOf(other) === groupNameOf(server) &&
      isInside(other) &&
      !membersOf(other).some(({ uuid, state }) => uuid === server.glance.serverUuid && state !== 'UNREACHABLE'),
  );

/** MySQL's group replication. */
export const groups = [
  defineFinding({
    code: 'GROUP_MEMBER_NOT_ONLINE',
    grade: 'bad',
    title: { en: 'A group member is not online', zh: '组复制成员异常' },
    words: { en: '{server} sees the member {member} as {state}.', zh: '{server} 看到成员 {member} 的状态为 {state}。' },
    why: {
      en: 'The group stands one failure nearer to losing its majority, and then to refusing writes.',
      zh: '组离失去多数派更近一步，届时将拒绝写入。',
    },
    next: { en: 'Look at that member’s error log; let it join again.', zh: '请查看该成员的错误日志，并使其重新加入。' },
    find: ({ seen }) =>
      seen.flatMap((server) =>
        membersOf(server)
          // OFFLINE of itself: the plugin is there and the group is not.
          .filter(({ state }) => state !== 'ONLINE' && state !== 'OFFLINE')
          .map(({ host, port, state }) => ({
            ...{ on: server.id, key: `${host}:${port}`, values: { member: `${host}:${port}`, state } },
            evidence: { host, port, state },
          })),
      ),
  }),
  defineFinding({
    code: 'GROUP_TOO_SMALL',
    grade: 'warn',
    title: { en: 'The group cannot lose a member', zh: '组成员数不足' },
    words: {
      en: 'Members online in the group of {server}: {count}.',
      zh: '{server} 所在的组仅有 {count} 个在线成员。',
    },
    why: {
      en: 'With fewer than three, losing one loses the majority: writes stop.',
      zh: '少于三个成员时，失去一个就会失去多数派并停止写入。',
    },
    next: { en: 'Add members until three are online.', zh: '请增加成员，直到至少三个在线。' },
    find: ({ seen }) =>
      seen.flatMap((server) => {
        const members = membersOf(server);
        const online = members.filter(({ state }) => state === 'ONLINE').length;
        return members.length > 0 && online > 0 && online < 3
          ? [{ on: server.id, values: { count: online }, evidence: { online } }]
          : [];
      }),
  }),
  defineFinding({
    code: 'GROUP_MEMBER_OUTSIDE',
    grade: 'bad',
    title: { en: 'A member stands outside its group', zh: '成员已脱离组' },
    words: {
      en: '{server} is set up for the group of {other} and is not in it.',
      zh: '{server} 配置为与 {other} 同组，但当前不在组内。',
    },
    why: {
      en: 'It gets older by the minute, and the group stands one failure nearer to losing its majority.',
      zh: '其数据越来越旧，组离失去多数派也更近一步。',
    },
    next: {
      en: 'Read its error log for why it left; compare its GTIDs with the group’s, then START GROUP_REPLICATION.',
      zh: '请查看其错误日志确认脱离原因，与组比较 GTID 后执行 START GROUP_REPLICATION。',
    },
    find: (fleet) =>
      fleet.seen
        .filter((server) => groupNameOf(server) !== '' && !isInside(server))
        .flatMap((server) => {
          const other = groupWithout(fleet, server);
          return other
            ? [{ on: server.id, values: { other: other.name }, evidence: { group: groupNameOf(server) } }]
            : [];
        }),
  }),
  defineFinding({
    code: 'GROUP_MANY_PRIMARIES',
    grade: 'warn',
    title: { en: 'A group in which every member is a primary', zh: '多主模式的组复制' },
    words: {
      en: 'The group runs in multi-primary mode: {servers} take writes side by side.',
      zh: '该组运行于多主模式：{servers} 同时可写。',
    },
    why: {
      en: 'Writes to the same rows in two places are rolled back at commit, DDL beside DML can stop a member, and foreign keys that cascade are not checked between members.',
      zh: '在两处写入相同的行会在提交时被回滚，DDL 与 DML 并行可能使成员停止，级联外键的冲突不会在成员间检测。',
    },
    next: {
      en: 'Unless it is meant: SELECT group_replication_switch_to_single_primary_mode().',
      zh: '若非有意，请执行 SELECT group_replication_switch_to_single_primary_mode()。',
    },
    find: ({ seen }) => {
      const many = seen.filter(
        (server) => server.variable('group_replication_single_primary_mode') === 'OFF' && isInside(server),
      );
      return many.length > 0
        ? [
            {
              values: { servers: many.map(({ name }) => name).join(', ') },
              evidence: { servers: many.map(({ id }) => id) },
            },
          ]
        : [];
    },
  }),
];
