import { defineRecordStep } from '@myriad/runbook';
import { z } from 'zod';
import type { Tx } from '../../../platform/database/schema.ts';
import { requireAllowed } from '../../../platform/policy/decision.ts';
import { LowerForm } from '../adopt-form.ts';
import { forgetAccounts } from '../forget-accounts.ts';
import { isAdopted, livingOf } from '../levels/is-adopted.ts';
import { purposeOfLevel } from '../levels/level-purpose.ts';
import { dropOf } from '../levels/view-levels.ts';
import { levels, mayLower } from '../policy.ts';
import type { AdoptionPorts } from '../ports.ts';

/** The level and the accounts above it, in one transaction; undone only by raising again, with a password that is given anew. */
export const lowerLevel = defineRecordStep<AdoptionPorts, Tx>()({
  name: 'adoption.lower-level',
  title: { en: 'Forget the accounts above, record the level', zh: '删除更高级别的账号，登记级别' },
  effect: 'record',
  input: z.object({ clusterId: z.string(), level: LowerForm.shape.level }),
  limitSeconds: 30,
  record: async (tx, ports, { clusterId, level }) => {
    const { metadata, taskId } = ports;
    const source = { kind: 'task', id: taskId } as const;
    const cluster = await metadata.lockCluster(tx, clusterId);
    requireAllowed(mayLower(cluster, isAdopted(await livingOf(metadata, tx, clusterId)), level));
    // All of them, also one left behind where a raise was taken back.
    const above = levels.slice(levels.indexOf(level) + 1).map((each) => purposeOfLevel[each]);
    const forgotten = await forgetAccounts(ports, tx, clusterId, above, source);
    await metadata.changeCluster(tx, clusterId, { level }, source);
    return { level, forgotten: forgotten.length, toDrop: forgotten.map(dropOf) };
  },
});
