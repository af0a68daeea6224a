import type { Clock } from '../../platform/clock/clock.ts';
import { newId } from '../../platform/database/new-id.ts';
import type { Tx } from '../../platform/database/schema.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { createChangeWatch } from './change-watch.ts';
import { changedFields, type FieldChange, withChanges } from './changed-fields.ts';
import { inParts } from './in-parts.ts';
import { keepApplications } from './keep-applications.ts';
import type { Metadata } from './metadata.ts';
import { recordFacts } from './record-facts.ts';
import type { AccountRecord, ClusterRecord, HistoryKind, InstanceRecord, Source } from './records.ts';
import { deleteAccount, replaceAccount, selectAccounts } from './store/accounts.ts';
import { insertChanges, selectChanges } from './store/changes.ts';
import {
  insertCluster,
  lockClusterRow,
  selectCluster,
  selectClusters,
  selectClustersById,
  updateCluster,
} from './store/clusters.ts';
import { deleteExtras } from './store/extras.ts';
import { selectAllFactsOf, selectFacts, selectFactsOfAll } from './store/facts.ts';
import {
  deleteHost,
  insertHost,
  lockHostRow,
  selectHost,
  selectHosts,
  selectHostsById,
  updateHost,
} from './store/hosts.ts';
import {
  insertInstance,
  isSeatTaken,
  lockInstanceRow,
  selectInstance,
  selectInstances,
  selectInstancesAfter,
  selectInstancesOf,
  updateInstance,
} from './store/instances.ts';
import { unlessTaken } from './store/unless-taken.ts';

const found = <T>(record: T | undefined, code: string, id: string): T => {
  if (record === undefined) throw new ProblemError(code, { id });
  return record;
};

type Login = Pick<AccountRecord, 'user' | 'hostPattern'>;
const shownLogin = (of: Login | undefined) => (of ? { user: of.user, hostPattern: of.hostPattern } : null);
const accountChange = (
  purpose: AccountRecord['purpose'],
  before: Login | undefined,
  after: Login | undefined,
): readonly FieldChange[] => [{ field: `account.${purpose}`, before: shownLogin(before), after: shownLogin(after) }];

const seatOf = ({ name, port }: InstanceRecord) => ({ name, port });

/** The door of this slice over the store's tables. */
export function createMetadata({ clock }: { readonly clock: Clock }): Metadata {
  const changes = createChangeWatch();
  const remember = async (
    tx: Tx,
    entity: HistoryKind,
    entityId: string,
    fields: readonly FieldChange[],
    source: Source,
  ) => {
    await insertChanges(tx, { entity, entityId, about: 'record', fields, at: clock.now(), source });
    changes.announce();
  };
  const created = (record: unknown): readonly FieldChange[] => [{ field: 'created', before: null, after: record }];

  const refuseTakenSeat = async (tx: Tx, instance: InstanceRecord) => {
    if (instance.state !== 'decommissioned' && (await isSeatTaken(tx, instance)))
      throw new ProblemError('INSTANCE_SEAT_TAKEN', seatOf(instance));
  };
  const refuseTakenClusterName = async (tx: Tx, cluster: ClusterRecord) => {
    if (cluster.state === 'decommissioned') return;
    const holder = await selectCluster(tx, { liveName: cluster.name });
    if (holder && holder.id !== cluster.id) throw new ProblemError('CLUSTER_NAME_TAKEN', { name: cluster.name });
  };
  const refuseTakenHostName = async (tx: Tx, name: string, id?: string) => {
    const holder = await selectHost(tx, { name });
    if (holder && holder.id !== id) throw new ProblemError('HOST_NAME_TAKEN', { name });
  };

  const metadata: Metadata = {
    getHost: async (db, id) => found(await selectHost(db, { id }), 'HOST_NOT_FOUND', id),
    lockHost: async (tx, id) => found(await lockHostRow(tx, id), 'HOST_NOT_FOUND', id),
    findHostByName: (db, name) => selectHost(db, { name }),
    listHostsById: (db, ids) => inParts(ids, (part) => selectHostsById(db, part)),
    listHosts: (db, filter) => selectHosts(db, filter),
    addHost: async (tx, fields, source) => {
      await refuseTakenHostName(tx, fields.name);
      const host = { ...fields, id: newId(), createdAt: clock.now() };
      await unlessTaken(() => insertHost(tx, host), 'HOST_NAME_TAKEN', { name: host.name });
      await remember(tx, 'host', host.id, created(host), source);
      return host;
    },
    changeHost: async (tx, id, patch, source) => {
      const before = await metadata.lockHost(tx, id);
      const changes = changedFields(before, patch);
      if (changes.length === 0) return before;
      const after = withChanges(before, changes);
      if (after.name !== before.name) await refuseTakenHostName(tx, after.name, id);
      await unlessTaken(() => updateHost(tx, before, after), 'HOST_NAME_TAKEN', { name: after.name });
      await remember(tx, 'host', id, changes, source);
      if (after.name !== before.name)
        for (const instance of await selectInstances(tx, { hostId: id })) {
          const renamed = { ...instance, name: `${after.name}:${instance.port}` };
          await updateInstance(tx, instance, renamed);
          await remember(tx, 'instance', instance.id, changedFields(instance, { name: renamed.name }), source);
        }
      return after;
    },
    removeHost: async (tx, id, source) => {
      const host = await metadata.getHost(tx, id);
      await deleteHost(tx, id);
      await deleteExtras(tx, 'host', id);
      await remember(tx, 'host', id, [{ field: 'removed', before: host, after: null }], source);
    },

    getInstance: async (db, id) => found(await selectInstance(db, id), 'INSTANCE_NOT_FOUND', id),
    lockInstance: async (tx, id) => found(await lockInstanceRow(tx, id), 'INSTANCE_NOT_FOUND', id),
    listInstancesOn: (db, hostIds, seenBy) =>
      inParts(hostIds, (part) => selectInstancesOf(db, 'host_id', part, seenBy)),
    listInstancesOf: (db, clusterIds) => inParts(clusterIds, (part) => selectInstancesOf(db, 'cluster_id', part)),
    listInstances: (db, filter) => selectInstances(db, filter),
    listInstancesById: (db, ids) => inParts(ids, (part) => selectInstancesOf(db, 'id', part)),
    walkInstances: async (db, afterId, limit) => {
      const instances = await selectInstancesAfter(db, afterId, limit);
      const ids = [...new Set(instances.map(({ hostId }) => hostId))];
      const hosts = new Map((await selectHostsById(db, ids)).map((host) => [host.id, host]));
      return instances.map((instance) => ({ instance, host: hosts.get(instance.hostId) }));
    },
    addInstance: async (tx, fields, source) => {
      const host = await metadata.lockHost(tx, fields.hostId);
      const instance: InstanceRecord = {
        ...fields,
        id: fields.id ?? newId(),
        name: `${host.name}:${fields.port}`,
        createdAt: clock.now(),
      };
      await refuseTakenSeat(tx, instance);
      await unlessTaken(() => insertInstance(tx, instance), 'INSTANCE_SEAT_TAKEN', seatOf(instance));
      await remember(tx, 'instance', instance.id, created(instance), source);
      return instance;
    },
    changeInstance: async (tx, id, patch, source) => {
      const before = await metadata.lockInstance(tx, id);
      const changes = changedFields(before, patch);
      if (changes.length === 0) return before;
      const host = await selectHost(tx, { id: patch.hostId ?? before.hostId });
      const moved = withChanges(before, changes);
      const after = host ? { ...moved, name: `${host.name}:${moved.port}` } : moved;
      await refuseTakenSeat(tx, after);
      await unlessTaken(() => updateInstance(tx, before, after), 'INSTANCE_SEAT_TAKEN', seatOf(after));
      await remember(tx, 'instance', id, changedFields(before, after), source);
      return after;
    },

    getCluster: async (db, id) => found(await selectCluster(db, { id }), 'CLUSTER_NOT_FOUND', id),
    lockCluster: async (tx, id) => found(await lockClusterRow(tx, id), 'CLUSTER_NOT_FOUND', id),
    findClusterByName: (db, name) => selectCluster(db, { liveName: name }),
    listClusters: (db, filter) => selectClusters(db, filter),
    listClustersById: (db, ids, seenBy) => inParts(ids, (part) => selectClustersById(db, part, seenBy)),
    addCluster: async (tx, fields, source) => {
      const cluster: ClusterRecord = {
        level: 'operate',
        managedBy: null,
        specification: null,
        ...fields,
        id: fields.id ?? newId(),
        createdAt: clock.now(),
      };
      if (cluster.applicationId !== null) await metadata.lockApplication(tx, cluster.applicationId);
      await refuseTakenClusterName(tx, cluster);
      await unlessTaken(() => insertCluster(tx, cluster), 'CLUSTER_NAME_TAKEN', { name: cluster.name });
      await remember(tx, 'cluster', cluster.id, created(cluster), source);
      return cluster;
    },
    changeCluster: async (tx, id, patch, source) => {
      const before = await metadata.lockCluster(tx, id);
      const changes = changedFields(before, patch);
      if (changes.length === 0) return before;
      const after = withChanges(before, changes);
      if (patch.applicationId) await metadata.lockApplication(tx, patch.applicationId);
      await refuseTakenClusterName(tx, after);
      await unlessTaken(() => updateCluster(tx, before, after), 'CLUSTER_NAME_TAKEN', { name: after.name });
      await remember(tx, 'cluster', id, changes, source);
      return after;
    },

    ...keepApplications(remember),

    listAccounts: (db, clusterId) => selectAccounts(db, clusterId),
    findAccount: async (db, clusterId, purpose) => (await selectAccounts(db, clusterId, purpose))[0],
    addAccount: async (tx, fields, source) => {
      const account = { ...fields, id: newId() };
      const [before] = await selectAccounts(tx, account.clusterId, account.purpose);
      await replaceAccount(tx, account);
      await remember(tx, 'cluster', account.clusterId, accountChange(account.purpose, before, account), source);
      return account;
    },
    removeAccount: async (tx, clusterId, purpose, source) => {
      const [before] = await selectAccounts(tx, clusterId, purpose);
      if (!before) return undefined;
      await deleteAccount(tx, before.id);
      await remember(tx, 'cluster', clusterId, accountChange(purpose, before, undefined), source);
      return before;
    },

    recordFact: (tx, fact) => metadata.recordFacts(tx, [fact]),
    recordFacts: async (tx, facts) => {
      if (await recordFacts(tx, facts)) changes.announce();
    },
    listFacts: (db, entity, entityId) => selectFacts(db, entity, entityId),
    listFactsOf: async (db, entity, ids) =>
      Map.groupBy(await inParts(ids, (part) => selectAllFactsOf(db, entity, part)), ({ entityId }) => entityId),
    listFactsOfAll: (db, entity) => selectFactsOfAll(db, entity),
    listChanges: (db, filter) => selectChanges(db, filter),
    remember: (tx, { entity, entityId, fields }, source) => remember(tx, entity, entityId, fields, source),
    onChange: changes.listen,
  };
  return metadata;
}
