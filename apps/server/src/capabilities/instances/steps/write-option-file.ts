import { layoutOf } from '@myriad/mysql';
import { defineStep } from '@myriad/runbook';
import { z } from 'zod';
import type { InstancePorts } from '../ports.ts';
import { SeatInput } from '../seat.ts';
import { overWay } from './over-way.ts';

export const writeOptionFile = defineStep<InstancePorts>()({
  name: 'instances.write-option-file',
  title: { en: 'Write the option file', zh: '写入配置文件' },
  effect: 'reversible',
  input: z.object({ seat: SeatInput, text: z.string() }),
  limitSeconds: 60,
  retry: { times: 2, firstSeconds: 1, maxSeconds: 10 },
  isDone: (context, { seat: { name, hostId, directory }, text }) =>
    overWay(name, async () => {
      await using session = await context.access.openHost(hostId, { signal: context.signal, onPath: context.via });
      const { optionFile } = layoutOf(directory);
      const { code, stdout } = await session.exec(['cat', optionFile], { signal: context.signal });
      return code === 0 && stdout === text ? { file: optionFile } : undefined;
    }),
  run: (context, { seat: { name, hostId, directory }, text }) =>
    overWay(name, async () => {
      await using session = await context.access.openHost(hostId, { signal: context.signal, onPath: context.via });
      const { optionFile } = layoutOf(directory);
      await session.copyTo({ text }, optionFile, { mode: 0o600, signal: context.signal });
      return { file: optionFile };
    }),
  undo: (context, { seat: { name, hostId, directory } }) =>
    overWay(name, async () => {
      await using session = await context.access.openHost(hostId, { signal: context.signal });
      await session.exec(['rm', '-f', layoutOf(directory).optionFile], { signal: context.signal });
    }),
});
