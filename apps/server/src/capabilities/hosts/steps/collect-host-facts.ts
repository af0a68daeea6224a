import { defineStep, type JsonObject } from '@myriad/runbook';
import { z } from 'zod';
import { collectFacts } from '../check/collect-facts.ts';
import type { HostPorts } from './ports.ts';
import { stepOverWay } from './step-over-way.ts';

/** Looks at a host; the facts are its result. Leaves nothing behind but the action's file. */
export const collectHostFactsStep = defineStep<HostPorts>()({
  name: 'hosts.collect-facts',
  title: { en: 'Look at the host', zh: '查看主机' },
  effect: 'read',
  input: z.object({ hostId: z.string(), diskSample: z.boolean() }),
  limitSeconds: 120,
  retry: { times: 2, firstSeconds: 2, maxSeconds: 10 },
  run: async (context, { hostId, diskSample }) => {
    const { name, baseDirectory } = await context.metadata.getHost(context.db, hostId);
    context.say(
      diskSample
        ? {
            en: `Looking at ${name}; writes a 64 MiB sample and removes it`,
            zh: `正在查看 ${name}；会写入并删除 64 MiB 采样文件`,
          }
        : { en: `Looking at ${name}`, zh: `正在查看 ${name}` },
    );
    return stepOverWay(name, async () => {
      await using session = await context.access.openHost(hostId, { signal: context.signal, onPath: context.via });
      const facts = await collectFacts(session, context.clock, { baseDirectory, diskSample, signal: context.signal });
      return facts satisfies JsonObject;
    });
  },
});
