import { defineStatement } from '../catalogue/statement.ts';
import { isAtLeast } from '../version.ts';

/** Of the session’s own account, with the roles that are active in it. MariaDB’s answer holds the password’s hash: it is cut off where it is read. */
export const ownGrants = defineStatement({
  name: 'observe.own-grants',
  why: {
    en: 'What our own account may do, before a cluster is taken over or rises a level.',
    zh: '接管集群或提升级别之前，核对平台账号自身的权限。',
  },
  sentBy: ['portrait'],
  changes: 'nothing',
  limitSeconds: 10,
  text: () => 'SHOW GRANTS',
});

/** Sent only where our own account may: it needs REPLICATION SLAVE, on MariaDB REPLICATION MASTER ADMIN, which *observe* has not. */
export const registeredReplicas = defineStatement({
  name: 'observe.registered-replicas',
  why: {
    en: 'Replicas that gave this server their address and port, where the account may ask for them.',
    zh: '已向本机登记地址与端口的从库（仅在账号有权查询时）。',
  },
  sentBy: ['portrait'],
  changes: 'nothing',
  limitSeconds: 10,
  text: (version) =>
    version.flavor === 'mysql' && isAtLeast(version, 8, 0, 22) ? 'SHOW REPLICAS' : 'SHOW SLAVE HOSTS',
});
