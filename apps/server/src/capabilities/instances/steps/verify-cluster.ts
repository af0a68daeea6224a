import {
  createPlatformSchema,
  createProofTable,
  deleteProof,
  insertProof,
  readProof,
  readReplication,
  readSemiSync,
  readServerState,
  refusesWrites,
  send,
} from '@myriad/mysql';
import { defineStep, type StepContext, StepFailure } from '@myriad/runbook';
import { z } from 'zod';
import type { InstancePorts } from '../ports.ts';
import { compareWithPrimary } from '../replica-state.ts';
import { refusesPlainReplication } from '../replication-tls.ts';
import { ServerInput } from '../server-input.ts';
import { versionOf } from '../server-package.ts';
import { until } from '../until.ts';
import { overWay } from './over-way.ts';

const failed = (what: string, zh: string) =>
  new StepFailure({
    code: 'VERIFY_FAILED',
    words: { en: what, zh },
    next: { en: 'Look at the instance named, then retry.', zh: '请检查所指实例后重试。' },
    retryable: true,
  });

/**
 * The proof that it is what was asked for: a row written on the primary is read on every replica, the GTID sets are equal, no
 * node has a transaction of its own, semi-sync is on, replication goes over TLS and cannot go without, and the read-only flags
 * are as recorded.
 */
export const verifyCluster = defineStep<InstancePorts>()({
  name: 'instances.verify-cluster',
  title: { en: 'Write on the primary, read on every replica', zh: '主库写入、逐个从库读取验证' },
  effect: 'reversible',
  /** `replicationTls` absent: planned before there were certificates of the platform. */
  input: z.object({
    primary: ServerInput,
    replicas: z.array(ServerInput),
    replicationTls: z.literal('verified').optional(),
  }),
  limitSeconds: 120,
  retry: { times: 3, firstSeconds: 1, maxSeconds: 10 },
  run: async (context, { primary, replicas, replicationTls }) => {
    const version = versionOf(primary);
    const id = context.key;
    return overWay(primary.name, async () => {
      const admin = { as: 'admin', signal: context.signal } as const;
      await using writer = await context.access.openInstance(primary.instanceId, { ...admin, onPath: context.via });
      await send(writer, version, createPlatformSchema);
      await send(writer, version, createProofTable);
      await send(writer, version, deleteProof, { values: [id] });
      await send(writer, version, insertProof, { values: [id, context.clock.now()] });
      await Promise.all(replicas.map((replica) => readBack(context, replica, id)));
      await send(writer, version, deleteProof, { values: [id] });
      await Promise.all(replicas.map((replica) => agreesWith(context, replica, primary)));
      if (replicationTls) {
        if (!(await refusesPlainReplication(context, primary)))
          throw failed(
            `${primary.name} lets the replication account in without TLS`,
            `${primary.name} 允许复制账号不经 TLS 登录`,
          );
        await Promise.all(replicas.map((replica) => replicatesOverTls(context, replica)));
      }
      const { clients, sourceActive } = await readSemiSync(writer, version);
      if (replicas.length > 0 && (!sourceActive || clients < 1))
        throw failed(`${primary.name}: semi-sync is not active`, `${primary.name}：半同步未生效`);
      const state = await readServerState(writer);
      if (state.readOnly || state.superReadOnly === true)
        throw failed(`${primary.name} is read-only`, `${primary.name} 仍为只读`);
      const instances = await Promise.all([primary, ...replicas].map((server) => observe(context, server)));
      context.say({
        en: `A row written on ${primary.name} was read on ${replicas.length} replicas; GTID sets are equal`,
        zh: `在 ${primary.name} 写入的行已在 ${replicas.length} 个从库读到，GTID 集合一致`,
      });
      return { instances, semiSyncClients: clients, gtidExecuted: state.executed };
    });
  },
  undo: async () => {},
});

async function readBack(context: StepContext & InstancePorts, replica: ServerInput, id: string): Promise<void> {
  await using mysql = await context.access.openInstance(replica.instanceId, { as: 'admin', signal: context.signal });
  const seen = await until(
    async () => {
      try {
        const rows = await send(mysql, versionOf(replica), readProof, { values: [id] });
        return rows.length > 0 ? true : undefined;
      } catch (error) {
        // The table itself may still be on its way.
        if (error instanceof Error && /doesn't exist|Unknown database/i.test(error.message)) return undefined;
        throw error;
      }
    },
    { signal: context.signal, withinSeconds: 30 },
  );
  if (!seen) throw failed(`the row never arrived on ${replica.name}`, `该行始终没有到达 ${replica.name}`);
}

async function agreesWith(
  context: StepContext & InstancePorts,
  replica: ServerInput,
  primary: ServerInput,
): Promise<void> {
  const admin = { as: 'admin', signal: context.signal } as const;
  await using mysql = await context.access.openInstance(replica.instanceId, admin);
  await using source = await context.access.openInstance(primary.instanceId, admin);
  const version = versionOf(replica);
  const equal = await until(
    async () => {
      const { missing, errant } = await compareWithPrimary(version, mysql, source);
      if (errant !== '')
        throw failed(`${replica.name} has errant transactions: ${errant}`, `${replica.name} 有多余事务：${errant}`);
      return missing === '' ? true : undefined;
    },
    { signal: context.signal, withinSeconds: 30 },
  );
  if (!equal)
    throw failed(
      `${replica.name} lacks transactions of ${primary.name}`,
      `${replica.name} 缺少 ${primary.name} 的事务`,
    );
  if (!refusesWrites(version, await readServerState(mysql)))
    throw failed(`${replica.name} is not read-only`, `${replica.name} 不是只读`);
}

async function replicatesOverTls(context: StepContext & InstancePorts, replica: ServerInput): Promise<void> {
  await using mysql = await context.access.openInstance(replica.instanceId, { as: 'admin', signal: context.signal });
  const [state] = await readReplication(mysql, versionOf(replica));
  if (state?.tls === 'verified' && state.receiver === 'running') return;
  throw failed(
    `${replica.name} does not replicate over verified TLS: ${state?.error || state?.tls || 'no source'}`,
    `${replica.name} 没有通过已校验证书的 TLS 复制：${state?.error || state?.tls || '没有复制源'}`,
  );
}

async function observe(context: StepContext & InstancePorts, server: ServerInput) {
  await using mysql = await context.access.openInstance(server.instanceId, { as: 'admin', signal: context.signal });
  const { serverUuid, versionText, serverId, readOnly } = await readServerState(mysql);
  return { instanceId: server.instanceId, serverUuid, version: versionText, serverId, readOnly };
}
