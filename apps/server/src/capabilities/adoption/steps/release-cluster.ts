import { defineRecordStep } from '@myriad/runbook';
import type { Tx } from '../../../platform/database/schema.ts';
import { requireAllowed } from '../../../platform/policy/decision.ts';
import { ReleaseForm } from '../adopt-form.ts';
import { forgetAccounts } from '../forget-accounts.ts';
import { forgetHosts } from '../forget-hosts.ts';
import { isAdopted, livingOf } from '../levels/is-adopted.ts';
import { dropOf } from '../levels/view-levels.ts';
import { mayRelease } from '../policy.ts';
import type { AdoptionPorts } from '../ports.ts';

/**
 * Everything that makes the platform come back to these servers, in one transaction: accounts and passwords, the open
 * findings, the seats. What was seen and done stays. Undone only by taking the cluster over anew.
 */
export const releaseClusterStep = defineRecordStep<AdoptionPorts, Tx>()({
  name: 'adoption.release-cluster',
  title: { en: 'Forget the accounts and look no more', zh: '删除账号，不再查看' },
  effect: 'record',
  input: ReleaseForm,
  limitSeconds: 60,
  // Another cluster that shares a host may be taken over at the same moment.
  retry: { times: 2, firstSeconds: 1, maxSeconds: 5 },
  record: async (tx, ports, { clusterId }) => {
    const { metadata, findings, taskId } = ports;
    const source = { kind: 'task', id: taskId } as const;
    const cluster = await metadata.lockCluster(tx, clusterId);
    const instances = await livingOf(metadata, tx, clusterId);
    requireAllowed(mayRelease(cluster, isAdopted(instances)));
    const purposes = (await metadata.listAccounts(tx, clusterId)).map(({ purpose }) => purpose);
    const forgotten = await forgetAccounts(ports, tx, clusterId, purposes, source);
    for (const { id } of instances) await metadata.changeInstance(tx, id, { state: 'decommissioned' }, source);
    await metadata.changeCluster(tx, clusterId, { state: 'decommissioned', maintenance: null }, source);
    const closed = await findings.closeOfCluster(tx, clusterId, `task ${taskId}`);
    await forgetHosts(ports, tx, instances, source);
    return { instances: instances.length, findings: closed, toDrop: forgotten.map(dropOf) };
  },
});
