import {
  configureReplication,
  forgetReplication,
  layoutOf,
  type ReplicationSource,
  readReplication,
  readSemiSync,
  setSemiSync,
  startReplication,
  stopReplication,
} from '@myriad/mysql';
import { defineStep, type StepContext, StepFailure } from '@myriad/runbook';
import { z } from 'zod';
import { readAccount } from '../accounts.ts';
import { isRunning } from '../look-at-server.ts';
import { openRoot } from '../open-root.ts';
import type { InstancePorts } from '../ports.ts';
import { compareWithPrimary } from '../replica-state.ts';
import { SeatInput } from '../seat.ts';
import { versionOf } from '../server-package.ts';
import { until } from '../until.ts';
import { overWay } from './over-way.ts';

/** `tls` absent: planned before there were certificates of the platform. */
const input = z.object({ seat: SeatInput, primary: SeatInput, tls: z.literal('verified').optional() });
type Input = z.infer<typeof input>;

/**
 * Replicates from the right source, both threads run, nothing is missing, nothing is errant, and it acknowledges. Its own side
 * comes first: the primary is asked only by one that replicates from it.
 */
async function readAttached(context: StepContext & InstancePorts, { seat, primary, tls }: Input) {
  const version = versionOf(seat);
  await using local = await openRoot(context, seat, { signal: context.signal });
  const [own] = await readReplication(local, version);
  if (own?.source.host !== primary.address || own.source.port !== primary.port) return undefined;
  await using from = await openRoot(context, primary, { signal: context.signal });
  const { state = own, missing, errant } = await compareWithPrimary(version, local, from);
  const runs = state.receiver === 'running' && state.applier === 'running' && (!tls || state.tls === tls);
  const follows = runs && missing === '' && errant === '';
  return { state, missing, errant, attached: follows && (await readSemiSync(local, version)).replicaActive };
}

/** MySQL makes a certificate for itself, which proves nothing; MariaDB before 11.4 none at all. */
function tlsOf({ seat, tls }: Input): ReplicationSource['tls'] {
  if (tls) return { authorities: layoutOf(seat.directory).certificate.authorities };
  return seat.flavor === 'mysql' ? 'unverified' : 'off';
}

/** The look before and after, for an undo too: a server that does not run replicates from nobody. */
async function isAttached(context: StepContext & InstancePorts, given: Input): Promise<boolean> {
  const { access, signal } = context;
  for (const server of [given.seat, given.primary]) if (!(await isRunning(access, server, { signal }))) return false;
  return (await readAttached(context, given))?.attached ?? false;
}

const errantFailure = ({ name }: Input['seat'], errant: string) =>
  new StepFailure({
    code: 'ERRANT_TRANSACTIONS',
    words: {
      en: `${name} has transactions its primary never had: ${errant}`,
      zh: `${name} 有主库没有的多余事务：${errant}`,
    },
    next: { en: 'Undo the task and deploy again; do not skip this.', zh: '请撤销任务后重新部署，切勿跳过。' },
    retryable: false,
  });

/** A replica is made of its primary's binlog and of nothing else: no statement here writes anything of its own. */
export const attachReplica = defineStep<InstancePorts>()({
  name: 'instances.attach-replica',
  title: { en: 'Replicate from the primary', zh: '建立主从复制' },
  effect: 'reversible',
  input,
  limitSeconds: 300,
  retry: { times: 2, firstSeconds: 2, maxSeconds: 10 },
  isDone: (context, given) =>
    overWay(given.seat.name, async () =>
      (await isAttached(context, given)) ? { source: given.primary.name } : undefined,
    ),
  run: (context, given) =>
    overWay(given.seat.name, async () => {
      const { seat, primary } = given;
      const version = versionOf(seat);
      const { user, password } = await readAccount(context, context.db, seat.clusterId, 'replication');
      {
        await using local = await openRoot(context, seat, { signal: context.signal, onPath: context.via });
        if ((await readReplication(local, version)).length > 0) await stopReplication(local, version);
        await configureReplication(local, version, {
          host: primary.address,
          port: primary.port,
          user,
          password,
          tls: tlsOf(given),
          heartbeatSeconds: 1,
          connectRetrySeconds: 1,
        });
        await setSemiSync(local, version, 'replica', 'on');
        await startReplication(local, version);
      }
      context.say({
        en: `${seat.name}: replicating from ${primary.name}; waiting until it has everything`,
        zh: `${seat.name}：正在从 ${primary.name} 复制，等待追平`,
      });
      let last = '';
      const done = await until(
        async () => {
          const seen = await readAttached(context, given);
          if (seen && seen.errant !== '') throw errantFailure(seat, seen.errant);
          last = seen?.state.error || seen?.missing || last;
          return seen?.attached ? seen : undefined;
        },
        { signal: context.signal, withinSeconds: 240 },
      );
      if (done) return { source: primary.name };
      throw new StepFailure({
        code: 'REPLICA_DOES_NOT_FOLLOW',
        words: {
          en: `${seat.name} does not follow ${primary.name}: ${last || 'no reason given'}`,
          zh: `${seat.name} 未能跟上 ${primary.name}：${last || '未给出原因'}`,
        },
        next: {
          en: `Can ${seat.address} reach ${primary.address}:${primary.port}? Then retry.`,
          zh: `请确认 ${seat.address} 能连接 ${primary.address}:${primary.port}，然后重试。`,
        },
        retryable: true,
      });
    }),
  undo: (context, { seat }) =>
    overWay(seat.name, async () => {
      const version = versionOf(seat);
      // Its data directory goes by an earlier step's undo.
      if (!(await isRunning(context.access, seat, { signal: context.signal }))) return;
      await using local = await openRoot(context, seat, { signal: context.signal });
      if ((await readReplication(local, version)).length === 0) return;
      await stopReplication(local, version);
      await forgetReplication(local, version);
    }),
});
