import { unitName } from '@myriad/mysql';
import { defineStep } from '@myriad/runbook';
import { z } from 'zod';
import { makeDirectories, removeDirectories } from '../actions/seat-actions.ts';
import type { InstancePorts } from '../ports.ts';
import { SeatInput } from '../seat.ts';
import { overWay } from './over-way.ts';

/** The instance's own folder, marked with its id and this task. Undo removes it only where both marks agree and nothing runs. */
export const makeDirectoriesStep = defineStep<InstancePorts>()({
  name: 'instances.make-directories',
  title: { en: 'Make the instance’s folder', zh: '创建实例目录' },
  effect: 'reversible',
  input: z.object({ seat: SeatInput }),
  limitSeconds: 60,
  retry: { times: 2, firstSeconds: 1, maxSeconds: 10 },
  run: (context, { seat: { name, hostId, directory, instanceId } }) =>
    overWay(name, async () => {
      await using session = await context.access.openHost(hostId, { signal: context.signal, onPath: context.via });
      const given = { directory, instanceId, taskId: context.taskId };
      return session.action(makeDirectories, given, { signal: context.signal });
    }),
  undo: (context, { seat: { name, hostId, directory, instanceId, port } }) =>
    overWay(name, async () => {
      await using session = await context.access.openHost(hostId, { signal: context.signal });
      const given = { directory, instanceId, taskId: context.taskId, unitName: unitName(port) };
      await session.action(removeDirectories, given, { signal: context.signal, timeoutSeconds: 120 });
    }),
});
