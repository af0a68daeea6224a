import { readReadOnly, readReplication, refusesWrites } from '@myriad/mysql';
import { PathError } from '@myriad/paths';
import { defineStep, type StepContext, StepFailure } from '@myriad/runbook';
import { z } from 'zod';
import { isRunning } from '../look-at-server.ts';
import type { InstancePorts } from '../ports.ts';
import { compareWithPrimary } from '../replica-state.ts';
import { ServerInput } from '../server-input.ts';
import { versionOf } from '../server-package.ts';
import { overWay } from './over-way.ts';

/** Throws NOT_THE_PRIMARY where another is writable or has what this one lacks. */
export async function refuseOtherWriters(
  context: StepContext & InstancePorts,
  server: ServerInput,
  others: readonly ServerInput[],
): Promise<{ looked: number }> {
  const version = versionOf(server);
  const admin = { as: 'admin', signal: context.signal } as const;
  const refuse = (en: string, zh: string) =>
    new StepFailure({
      code: 'NOT_THE_PRIMARY',
      words: { en, zh },
      next: {
        en: 'Look at the cluster: it may have another primary by now. Do not open both.',
        zh: '请检查集群：可能已有其他主库，切勿同时开放写入。',
      },
      retryable: false,
    });
  await using own = await context.access.openInstance(server.instanceId, { ...admin, onPath: context.via });
  if ((await readReplication(own, version)).length > 0)
    throw refuse(`${server.name} replicates from somebody itself.`, `${server.name} 自身正在从其他实例复制。`);
  let looked = 0;
  for (const other of others) {
    try {
      await using mysql = await context.access.openInstance(other.instanceId, admin);
      if (!refusesWrites(version, await readReadOnly(mysql)))
        throw refuse(`${other.name} is writable.`, `${other.name} 可写。`);
      const { errant } = await compareWithPrimary(version, mysql, own);
      if (errant !== '')
        throw refuse(
          `${other.name} has transactions ${server.name} lacks: ${errant}`,
          `${other.name} 有 ${server.name} 缺少的事务：${errant}`,
        );
      looked += 1;
    } catch (error) {
      // One that does not run cannot write; one that runs and cannot be asked is a reason to stop.
      if (!(error instanceof PathError) || (await isRunning(context.access, other))) throw error;
    }
  }
  return { looked };
}

/** Before a primary is opened again: nobody else writes, and nobody has what it lacks (somebody may have been promoted). */
export const requireOnlyWriter = defineStep<InstancePorts>()({
  name: 'instances.require-only-writer',
  title: { en: 'Is it still the primary?', zh: '确认仍是唯一可写主库' },
  effect: 'read',
  input: z.object({ server: ServerInput, others: z.array(ServerInput) }),
  limitSeconds: 60,
  retry: { times: 2, firstSeconds: 2, maxSeconds: 5 },
  run: (context, { server, others }) => overWay(server.name, () => refuseOtherWriters(context, server, others)),
});
