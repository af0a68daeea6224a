import { type ReplicationState, readReplication } from '@myriad/mysql';
import { defineStep } from '@myriad/runbook';
import { z } from 'zod';
import type { InstancePorts } from '../ports.ts';
import { versionOf } from '../server-package.ts';
import { overWay } from '../steps/over-way.ts';
import { Seat } from './bring-back-form.ts';

/** What ran on a replica, and from whom, before anything was done to it. */
export const NotedReplication = z.object({
  source: z.object({ host: z.string(), port: z.number() }),
  receiver: z.enum(['running', 'connecting', 'stopped']),
  applier: z.enum(['running', 'stopped']),
});
export type NotedReplication = z.infer<typeof NotedReplication>;

export const NotedChannels = z.object({ channels: z.array(NotedReplication) });

/** A step of its own, so that it stands in the journal before the first thread is stopped, whatever dies afterwards. */
export const noteReplication = defineStep<InstancePorts>()({
  name: 'instances.note-replication',
  title: { en: 'Note what replicates now', zh: '记录当前复制状态' },
  effect: 'read',
  input: z.object({ seat: Seat, as: z.enum(['admin', 'ha']) }),
  limitSeconds: 60,
  retry: { times: 2, firstSeconds: 2, maxSeconds: 10 },
  run: (context, { seat, as }) =>
    overWay(seat.name, async () => {
      const options = { as, signal: context.signal, onPath: context.via } as const;
      await using mysql = await context.access.openInstance(seat.instanceId, options);
      const channels = await readReplication(mysql, versionOf(seat));
      return { channels: channels.map(({ source, receiver, applier }) => ({ source, receiver, applier })) };
    }),
});

/**
 * What to put back when an act is given up: what runs now, and where an earlier try of ours may have stopped it, what was noted
 * before. A note about another source says nothing of this one. Pure.
 */
export function whatRan<T extends Pick<ReplicationState, 'source' | 'receiver' | 'applier'>>(
  now: T | undefined,
  noted: NotedReplication | undefined,
): T | undefined {
  if (!now || !noted) return now;
  if (now.source.host !== noted.source.host || now.source.port !== noted.source.port) return now;
  return {
    ...now,
    receiver: now.receiver === 'stopped' ? noted.receiver : now.receiver,
    applier: now.applier === 'stopped' ? noted.applier : now.applier,
  };
}
