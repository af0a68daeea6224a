import { makeReadOnly, openForWrites, readReadOnly, readSemiSync, setSemiSync } from '@myriad/mysql';
import { defineStep, type StepContext, StepFailure } from '@myriad/runbook';
import { z } from 'zod';
import { isRunning } from '../look-at-server.ts';
import type { InstancePorts } from '../ports.ts';
import { ServerInput } from '../server-input.ts';
import { versionOf } from '../server-package.ts';
import { until } from '../until.ts';
import { overWay } from './over-way.ts';

/** Semi-sync on and acknowledged by one of the replicas at least, where there are any; only then open. */
export async function openPrimaryForWrites(
  context: StepContext & InstancePorts,
  server: Pick<ServerInput, 'instanceId' | 'name' | 'role' | 'flavor' | 'version'>,
  replicas: number,
): Promise<{ clients: number }> {
  const version = versionOf(server);
  const to = { as: 'admin', signal: context.signal, onPath: context.via } as const;
  await using mysql = await context.access.openInstance(server.instanceId, to);
  let clients = 0;
  if (replicas > 0) {
    await setSemiSync(mysql, version, 'source', 'on');
    context.say({
      en: `${server.name}: waiting for an acknowledging replica`,
      zh: `${server.name}：等待半同步从库连接`,
    });
    const seen = await until(
      async () => {
        const state = await readSemiSync(mysql, version);
        return state.clients > 0 && state.sourceActive ? state : undefined;
      },
      { signal: context.signal, withinSeconds: 60 },
    );
    if (!seen)
      throw new StepFailure({
        code: 'NO_ACKNOWLEDGING_REPLICA',
        words: {
          en: `${server.name}: no replica acknowledges, so it stays closed.`,
          zh: `${server.name}：没有从库确认，保持只读。`,
        },
        next: { en: 'Look at the replicas, then retry.', zh: '请检查从库后重试。' },
        retryable: true,
      });
    clients = seen.clients;
  } else if (server.role === 'primary')
    context.say(
      {
        en: `${server.name}: opens without a replica that acknowledges; what it commits lies on this machine alone until one runs`,
        zh: `${server.name}：在没有从库确认的情况下开放写入；从库运行之前，提交的数据只在本机`,
      },
      'warning',
    );
  await openForWrites(mysql, version);
  return { clients };
}

/** Semi-sync on with at least one acknowledging replica, and only then open: no commit is ever acknowledged by one machine alone. */
export const openPrimary = defineStep<InstancePorts>()({
  name: 'instances.open-primary',
  title: { en: 'Open for writes', zh: '开放写入' },
  effect: 'reversible',
  input: z.object({ server: ServerInput, replicas: z.number().int().min(0) }),
  limitSeconds: 120,
  retry: { times: 2, firstSeconds: 2, maxSeconds: 10 },
  isDone: (context, { server, replicas }) =>
    overWay(server.name, async () => {
      if (!(await isRunning(context.access, server, { signal: context.signal }))) return undefined;
      await using mysql = await context.access.openInstance(server.instanceId, { as: 'admin', signal: context.signal });
      const { readOnly, superReadOnly } = await readReadOnly(mysql);
      if (readOnly || superReadOnly) return undefined;
      const semiSync = await readSemiSync(mysql, versionOf(server));
      const clients = semiSync.clients;
      return replicas === 0 || (semiSync.source && semiSync.sourceActive && clients > 0) ? { clients } : undefined;
    }),
  run: (context, { server, replicas }) => overWay(server.name, () => openPrimaryForWrites(context, server, replicas)),
  undo: (context, { server }) =>
    overWay(server.name, async () => {
      // What does not run writes nothing, and its start is undone next.
      if (!(await isRunning(context.access, server, { signal: context.signal }))) return;
      await using mysql = await context.access.openInstance(server.instanceId, { as: 'admin', signal: context.signal });
      await makeReadOnly(mysql, versionOf(server), 2);
    }),
});
