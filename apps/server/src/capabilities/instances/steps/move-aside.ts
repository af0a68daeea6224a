import { defineStep } from '@myriad/runbook';
import { z } from 'zod';
import { moveAside } from '../actions/seat-actions.ts';
import type { InstancePorts } from '../ports.ts';
import { oneServer, ServerInput } from '../server-input.ts';
import { failureOf, overWay } from './over-way.ts';

export const trashFor = ({
  baseDirectory,
  port,
  instanceId,
}: Pick<ServerInput, 'baseDirectory' | 'port' | 'instanceId'>): string =>
  `${baseDirectory}/trash/${port}-${instanceId}`;

/** The data is renamed, not deleted: people empty the trash themselves. */
export const moveAsideStep = defineStep<InstancePorts>()({
  name: 'instances.move-aside',
  title: { en: 'Move the data aside', zh: '移走数据' },
  effect: 'reversible',
  input: z.object({ server: ServerInput }),
  limitSeconds: 120,
  retry: { times: 2, firstSeconds: 1, maxSeconds: 10 },
  run: (context, { server }) =>
    overWay(server.name, async () => {
      await using session = await context.access.openHost(server.hostId, {
        signal: context.signal,
        onPath: context.via,
      });
      const moved = await session.action(
        moveAside,
        { ...oneServer(server), trash: trashFor(server) },
        { signal: context.signal },
      );
      context.say({
        en: `${server.name}: its data lies in ${moved.trash}`,
        zh: `${server.name}：数据已移至 ${moved.trash}`,
      });
      return moved;
    }),
  undo: (context, { server }) =>
    overWay(server.name, async () => {
      await using session = await context.access.openHost(server.hostId, { signal: context.signal });
      const { signal } = context;
      if ((await session.exec(['test', '-e', server.directory], { signal })).code === 0) return;
      const trash = trashFor(server);
      const back = await session.exec(['mv', '-n', trash, server.directory], { signal });
      if (back.code !== 0) throw failureOf(server.name, 'MOVE_FAILED', back.stderr.trim() || `${trash} stayed`);
    }),
});
