import { readSemiSync, setSemiSync } from '@myriad/mysql';
import { defineStep, StepFailure } from '@myriad/runbook';
import { z } from 'zod';
import { isRunning } from '../look-at-server.ts';
import type { InstancePorts } from '../ports.ts';
import { ServerInput } from '../server-input.ts';
import { versionOf } from '../server-package.ts';
import { until } from '../until.ts';
import { overWay } from './over-way.ts';

/** After a replica came back to a primary that was opened alone: from now on its commits wait for an acknowledgement again. */
export const turnOnSemiSync = defineStep<InstancePorts>()({
  name: 'instances.turn-on-semi-sync',
  title: { en: 'Let commits wait for a replica', zh: '提交等待从库确认' },
  effect: 'reversible',
  input: z.object({ server: ServerInput }),
  limitSeconds: 120,
  retry: { times: 2, firstSeconds: 2, maxSeconds: 10 },
  run: (context, { server }) =>
    overWay(server.name, async () => {
      const options = { signal: context.signal, onPath: context.via };
      if (!(await isRunning(context.access, server, options))) return { turnedOn: false };
      const version = versionOf(server);
      await using mysql = await context.access.openInstance(server.instanceId, { ...options, as: 'admin' });
      if ((await readSemiSync(mysql, version)).source) return { turnedOn: false };
      // The acknowledger first: switched on without one, the next commit of an open primary would hang.
      const clients = await until(async () => (await readSemiSync(mysql, version)).clients || undefined, {
        signal: context.signal,
        withinSeconds: 60,
      });
      if (clients === undefined)
        throw new StepFailure({
          code: 'NO_ACKNOWLEDGING_REPLICA',
          words: {
            en: `${server.name}: no replica acknowledges, so its commits still wait for none.`,
            zh: `${server.name}：没有从库确认，提交仍不等待从库。`,
          },
          next: { en: 'Look at the replicas, then retry.', zh: '请检查从库后重试。' },
          retryable: true,
        });
      await setSemiSync(mysql, version, 'source', 'on');
      context.say({
        en: `${server.name}: commits wait for a replica again (${clients} acknowledge)`,
        zh: `${server.name}：提交重新等待从库确认（${clients} 个从库确认）`,
      });
      return { turnedOn: true };
    }),
  // Only what this task switched: the replicas stop next, and each commit would then wait for nobody. Not known = left on.
  undo: (context, { server }, result) =>
    overWay(server.name, async () => {
      if (result?.turnedOn !== true || !(await isRunning(context.access, server, { signal: context.signal }))) return;
      await using mysql = await context.access.openInstance(server.instanceId, { as: 'admin', signal: context.signal });
      await setSemiSync(mysql, versionOf(server), 'source', 'off');
    }),
});
