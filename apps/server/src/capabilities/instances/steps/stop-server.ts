import { stopLimitSeconds } from '@myriad/mysql';
import { defineLongStep } from '@myriad/runbook';
import { z } from 'zod';
import { stopServer } from '../actions/server-actions.ts';
import { isRunning } from '../look-at-server.ts';
import type { InstancePorts } from '../ports.ts';
import { oneServer, ServerInput } from '../server-input.ts';
import { hostJob } from './host-job.ts';
import { overWay } from './over-way.ts';
import { resumeReplication } from './resume-replica.ts';
import { bringUp } from './start-server.ts';

const job = hostJob(
  stopServer,
  ({ server }: { server: ServerInput }) => server,
  (_, { server }) => ({
    ...oneServer(server),
    limitSeconds: stopLimitSeconds,
    onlyStartedBy: '',
  }),
  'seconds',
);

/** SIGTERM and patience; the server is never killed. Undo starts it again, closed as every start is; a replica replicates again. */
export const stopServerStep = defineLongStep<InstancePorts>()({
  name: 'instances.stop-server',
  title: { en: 'Stop the server', zh: '停止数据库' },
  effect: 'reversible',
  input: z.object({ server: ServerInput }),
  limitSeconds: stopLimitSeconds + 60,
  retry: { times: 1, firstSeconds: 2, maxSeconds: 2 },
  isDone: (context, { server }) =>
    overWay(server.name, async () => {
      const runs = await isRunning(context.access, server, { signal: context.signal, onPath: context.via });
      return runs ? undefined : { stopped: true };
    }),
  // The signal is sent and cannot be taken back: ending the job only ends our waiting.
  ...job,
  undo: (context, { server }) =>
    overWay(server.name, async () => {
      await bringUp(context, server);
      if (server.role === 'replica') await resumeReplication(context, server);
    }),
});
