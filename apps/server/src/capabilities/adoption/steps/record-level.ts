import { defineRecordStep, StepFailure } from '@myriad/runbook';
import type { Tx } from '../../../platform/database/schema.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { RaiseInput } from '../adopt-input.ts';
import { purposeOfLevel } from '../levels/level-purpose.ts';
import { levels, nextLevel } from '../policy.ts';
import type { AdoptionPorts } from '../ports.ts';
import { findLevelAccount } from '../store.ts';

/** The account and the level, in one transaction. */
export const recordLevel = defineRecordStep<AdoptionPorts, Tx>()({
  name: 'adoption.record-level',
  title: { en: 'Record the level and its account', zh: '登记级别及其账号' },
  effect: 'record',
  input: RaiseInput,
  limitSeconds: 30,
  record: async (tx, { metadata, secrets, taskId }, { clusterId, level, accountId }) => {
    const source = { kind: 'task', id: taskId } as const;
    const cluster = await metadata.lockCluster(tx, clusterId);
    const next = nextLevel(cluster.level);
    if (next !== level)
      throw new ProblemError('LEVEL_NOT_NEXT', { name: cluster.name, level: cluster.level, next: next ?? '' });
    const account = await findLevelAccount(tx, accountId);
    if (!account) throw expired();
    const value = await secrets.read(tx, account.secretId);
    const secretId = await secrets.put(tx, { kind: 'password', label: `${cluster.name}: ${level}`, value });
    const purpose = purposeOfLevel[level];
    const before = await metadata.findAccount(tx, clusterId, purpose);
    await metadata.addAccount(tx, { clusterId, purpose, user: account.user, hostPattern: '%', secretId }, source);
    if (before) await secrets.remove(tx, before.secretId);
    await metadata.changeCluster(tx, clusterId, { level }, source);
    return { level };
  },
  // The account stays in the record and is not used below its level.
  unrecord: async (tx, { metadata, taskId }, { clusterId, level }) => {
    const below = levels[levels.indexOf(level) - 1] ?? 'observe';
    await metadata.changeCluster(tx, clusterId, { level: below }, { kind: 'task', id: taskId });
  },
});

const expired = () =>
  new StepFailure({
    code: 'LEVEL_ACCOUNT_NOT_FOUND',
    words: { en: 'The checked account is not kept any more.', zh: '已核对的账号已不再保存。' },
    next: { en: 'Check the account again and open a new ticket.', zh: '请重新核对账号并提交新的工单。' },
    retryable: false,
  });
