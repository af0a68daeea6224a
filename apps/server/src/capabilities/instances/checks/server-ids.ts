import type { RecordCheck } from './check.ts';

/** A server id stands for one server in a whole replication tree; ours are unique over the platform. */
export const serverIds: RecordCheck = ({ input, instances }) => {
  const taken = new Map(
    instances
      .filter(({ clusterId, state }) => clusterId !== input.clusterId && state !== 'decommissioned')
      .map((each) => [each.serverId, each.name]),
  );
  const own = input.seats.map(({ serverId }) => serverId);
  return input.seats
    .filter(({ serverId }, at) => taken.has(serverId) || own.indexOf(serverId) !== at)
    .map(({ serverId }) => ({
      code: 'SERVER_ID_CLASH',
      path: 'hostIds',
      words: {
        en: `Server id ${serverId} is already used by ${taken.get(serverId) ?? 'another instance of this cluster'}.`,
        zh: `server_id ${serverId} 已被 ${taken.get(serverId) ?? '本集群的另一实例'} 使用。`,
      },
      next: { en: 'Preview again: a fresh one is chosen.', zh: '请重新预览，系统会另选一个。' },
    }));
};
