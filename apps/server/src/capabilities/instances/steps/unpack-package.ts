import { defineLongStep, type StepContext } from '@myriad/runbook';
import { z } from 'zod';
import { installPackage } from '../actions/package-actions.ts';
import type { InstancePorts } from '../ports.ts';
import { SeatInput } from '../seat.ts';
import { packagePlace } from '../server-package.ts';
import { hostJob, seatOf } from './host-job.ts';
import { overWay } from './over-way.ts';
import { shipArchive } from './ship-package.ts';

const job = hostJob(installPackage, seatOf, (_, { seat }: { seat: SeatInput }) => ({
  ...packagePlace(seat.baseDirectory, seat),
  sha256: seat.sha256,
}));

/** An archive found damaged by an earlier try is gone from the host: this one copies it again. */
async function shipMissing(context: StepContext & InstancePorts, seat: SeatInput): Promise<void> {
  const { target, archive } = packagePlace(seat.baseDirectory, seat);
  await using session = await context.access.openHost(seat.hostId, { signal: context.signal });
  for (const file of [`${target}/.myriad-unpacked`, archive])
    if ((await session.exec(['test', '-f', file], { signal: context.signal })).code === 0) return;
  await shipArchive(context, seat);
}

/** Verifies, unpacks and tries the package on the host. A whole one stays there for the next instance; undo takes a cut one. */
export const unpackPackage = defineLongStep<InstancePorts>()({
  name: 'instances.unpack-package',
  title: { en: 'Verify and unpack the server package', zh: '校验并解包安装包' },
  effect: 'reversible',
  input: z.object({ seat: SeatInput }),
  limitSeconds: 1800,
  retry: { times: 2, firstSeconds: 2, maxSeconds: 10 },
  lookSeconds: 1,
  ...job,
  start: async (context, input) => {
    await overWay(input.seat.name, () => shipMissing(context, input.seat));
    return job.start(context, input);
  },
  // Nobody else unpacks here meanwhile: the task holds the host.
  undo: (context, { seat }) =>
    overWay(seat.name, async () => {
      await using session = await context.access.openHost(seat.hostId, { signal: context.signal });
      const { target } = packagePlace(seat.baseDirectory, seat);
      await session.exec(['rm', '-rf', `${target}.partial`], { signal: context.signal });
    }),
});
