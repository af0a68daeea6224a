import { readReadOnly, readReplication, refusesWrites } from '@myriad/mysql';
import { PathError } from '@myriad/paths';
import { type StepContext, StepFailure } from '@myriad/runbook';
import type { InstancePorts } from '../ports.ts';
import { compareWithPrimary } from '../replica-state.ts';
import type { SeatInput } from '../seat.ts';
import { versionOf } from '../server-package.ts';
import { overWay } from './over-way.ts';

type Server = Pick<SeatInput, 'instanceId' | 'name' | 'flavor' | 'version'>;

const refusal = (en: string, zh: string) =>
  new StepFailure({
    code: 'NOT_THE_PRIMARY',
    words: { en, zh },
    next: {
      en: 'Look at the cluster: it may have another primary by now. Do not open both.',
      zh: '请检查集群：可能已有其他主库，切勿同时开放写入。',
    },
    retryable: false,
  });

/**
 * Throws NOT_THE_PRIMARY where the server itself follows somebody, or another takes writes or has what it lacks. One that cannot
 * be asked is a reason to stop, unless it is known not to run: then it cannot write either.
 */
export async function refuseOtherWriters<Other extends Server>(
  context: StepContext & InstancePorts,
  server: Server,
  others: readonly Other[],
  isKnownDown: (other: Other) => Promise<boolean>,
): Promise<{ looked: number }> {
  const version = versionOf(server);
  const admin = { as: 'admin', signal: context.signal } as const;
  await using own = await context.access.openInstance(server.instanceId, { ...admin, onPath: context.via });
  if ((await readReplication(own, version)).length > 0)
    throw refusal(`${server.name} replicates from somebody itself.`, `${server.name} 自身正在从其他实例复制。`);
  const look = async (other: Other): Promise<void> => {
    await using mysql = await context.access.openInstance(other.instanceId, admin);
    if (!refusesWrites(versionOf(other), await readReadOnly(mysql)))
      throw refusal(`${other.name} takes writes.`, `${other.name} 可写。`);
    const { errant } = await compareWithPrimary(version, mysql, own);
    if (errant !== '')
      throw refusal(
        `${other.name} has transactions ${server.name} lacks: ${errant}`,
        `${other.name} 有 ${server.name} 缺少的事务：${errant}`,
      );
  };
  let looked = 0;
  for (const other of others)
    await overWay(other.name, async () => {
      try {
        await look(other);
        looked += 1;
      } catch (error) {
        if (!(error instanceof PathError) || !(await isKnownDown(other))) throw error;
      }
    });
  return { looked };
}
