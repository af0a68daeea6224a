import {
  configureReplication,
  type ReplicationState,
  readGlance,
  readReplication,
  repointReplication,
  type ServerGlance,
  startReplication,
  stopReplication,
} from '@myriad/mysql';
import type { MysqlSession } from '@myriad/paths';
import { defineStep, type StepContext, StepFailure } from '@myriad/runbook';
import { z } from 'zod';
import { readAccount } from '../accounts.ts';
import type { InstancePorts } from '../ports.ts';
import { versionOf } from '../server-package.ts';
import { overWay } from '../steps/over-way.ts';
import { until } from '../until.ts';
import { RecordedSource, Seat } from './bring-back-form.ts';
import { judgeRepoint, type WhyNot } from './judge-repoint.ts';
import { lookAtSource } from './look-at-source.ts';
import { NotedChannels, type NotedReplication, whatRan } from './note-replication.ts';
import { foundForUndo, putBackReplication } from './put-back-replication.ts';

const withinSeconds = 60;
/** `notedBy`: the step that noted what ran before; absent in plans made before there was one. */
const input = z.object({
  seat: Seat,
  clusterId: z.string(),
  source: RecordedSource,
  notedBy: z.string().optional(),
});
type Input = z.infer<typeof input>;
type Context = StepContext & InstancePorts;

/** Of a cluster that was adopted, only the account of the level *ha* may change replication. */
export const repointingAccount = ({ login }: Pick<RecordedSource, 'login'>) => (login === 'ours' ? 'admin' : 'ha');

const follows = (channels: readonly ReplicationState[], { host, port }: { host: string; port: number }): boolean => {
  const [only, ...more] = channels;
  return more.length === 0 && only?.source.host === host && only.source.port === port;
};
const isRunning = ({ receiver, applier }: ReplicationState) => receiver === 'running' && applier === 'running';

const failureOf = ({ code, words, next }: WhyNot) => new StepFailure({ code, words, next, retryable: false });

function notedOf({ resultOf }: StepContext, { notedBy }: Input): NotedReplication | undefined {
  const noted = NotedChannels.safeParse(notedBy === undefined ? undefined : resultOf(notedBy));
  return noted.data?.channels[0];
}

/** The replica first: see `judgeRepoint`. */
async function judgeNow(context: Context, { seat, source }: Input, mysql: MysqlSession): Promise<void> {
  const { signal } = context;
  const replica: ServerGlance = await readGlance(mysql, versionOf(seat), { signal });
  const options = { as: repointingAccount(source), signal } as const;
  await using other = await context.access.openInstance(source.seat.instanceId, options);
  const whyNot = judgeRepoint(seat.name, replica, await lookAtSource(other, versionOf(source.seat), signal));
  if (whyNot) throw failureOf(whyNot);
}

async function point(context: Context, { seat, clusterId, source }: Input, mysql: MysqlSession): Promise<void> {
  const { host, port, login, authorities } = source;
  if (login === 'kept') return repointReplication(mysql, versionOf(seat), { host, port });
  const { user, password } = await readAccount(context, context.db, clusterId, 'replication');
  const tls = authorities ? { authorities } : seat.flavor === 'mysql' ? 'unverified' : 'off';
  const times = { heartbeatSeconds: 1, connectRetrySeconds: 1 };
  await configureReplication(mysql, versionOf(seat), { host, port, user, password, tls, ...times });
}

async function readNow(context: Context, seat: Seat, as: 'admin' | 'ha'): Promise<readonly ReplicationState[]> {
  await using mysql = await context.access.openInstance(seat.instanceId, { as, signal: context.signal });
  // Awaited here: the session ends with this function.
  return await readReplication(mysql, versionOf(seat));
}

const standing = (name: string) =>
  new StepFailure({
    code: 'REPLICATION_STANDS',
    words: {
      en: `Replication of ${name} was stopped, and does not run as it ran before`,
      zh: `${name} 的复制已停止，未能恢复到之前的运行状态`,
    },
    next: {
      en: 'Look at its error, start it by hand, then undo once more.',
      zh: '请检查其错误并人工启动，然后再次撤销。',
    },
    retryable: true,
  });

/** Stops, looks again with nothing arriving any more, points it at its recorded source, and looks whether it follows. */
export const repointReplica = defineStep<InstancePorts>()({
  name: 'instances.repoint-replica',
  title: { en: 'Follow the recorded source', zh: '重新指向登记的复制源' },
  effect: 'reversible',
  input,
  limitSeconds: 300,
  retry: { times: 1, firstSeconds: 2, maxSeconds: 10 },
  isDone: (context, { seat, source }) =>
    overWay(seat.name, async () => {
      const options = { as: repointingAccount(source), signal: context.signal } as const;
      await using mysql = await context.access.openInstance(seat.instanceId, options);
      const channels = await readReplication(mysql, versionOf(seat));
      return follows(channels, source) && channels.every(isRunning) ? { source: source.seat.name } : undefined;
    }),
  run: (context, given) =>
    overWay(given.seat.name, async () => {
      const { seat, source } = given;
      const version = versionOf(seat);
      const options = { as: repointingAccount(source), signal: context.signal, onPath: context.via } as const;
      await using mysql = await context.access.openInstance(seat.instanceId, options);
      const [now] = await readReplication(mysql, version);
      // An earlier try may have died between stopping and looking: then what runs now is not what ran before.
      let mayStand = context.attempt > 1;
      const before = whatRan(now, mayStand ? notedOf(context, given) : undefined);
      try {
        await judgeNow(context, given, mysql);
        mayStand = true;
        if (before) await stopReplication(mysql, version);
        // Between the look and the stop something may have arrived from the wrong source.
        await judgeNow(context, given, mysql);
      } catch (error) {
        if (before && mayStand) await putBackReplication(context, seat, repointingAccount(source), before);
        throw error;
      }
      await point(context, given, mysql);
      await startReplication(mysql, version);
      context.say({
        en: `${seat.name}: pointed at ${source.seat.name}; waiting until both threads run`,
        zh: `${seat.name}：已指向 ${source.seat.name}，等待两个复制线程运行`,
      });
      const running = await until(
        async () => ((await readReplication(mysql, version)).every(isRunning) ? true : undefined),
        { signal: context.signal, withinSeconds },
      );
      if (running) return { source: source.seat.name };
      const [stuck] = await readReplication(mysql, version);
      throw new StepFailure({
        code: 'REPLICA_DOES_NOT_FOLLOW',
        words: {
          en: `${seat.name} does not follow ${source.seat.name}: ${stuck?.error || 'its receiver does not connect'}`,
          zh: `${seat.name} 未能跟随 ${source.seat.name}：${stuck?.error || '接收线程无法连接'}`,
        },
        next: {
          en: 'Correct what the message names (login, TLS), then retry; or rebuild this replica.',
          zh: '请按提示修正（账号、TLS）后重试，或重建该从库。',
        },
        retryable: true,
      });
    }),
  // One that follows whom the record names stays so. One that was left where it was, stopped, runs as it ran before.
  undo: (context, given) =>
    overWay(given.seat.name, async () => {
      const noted = notedOf(context, given);
      if (!noted) return;
      const { seat, source } = given;
      const as = repointingAccount(source);
      const [now] = await readNow(context, seat, as);
      const before = foundForUndo(now, noted);
      if (before === 'runs') return;
      if (before === 'pointed-elsewhere' || (await putBackReplication(context, seat, as, before)) === 'stands')
        throw standing(seat.name);
    }),
});
