import { defineLongStep } from '@myriad/runbook';
import { z } from 'zod';
import { installPackage } from '../actions/package-actions.ts';
import type { InstancePorts } from '../ports.ts';
import { SeatInput } from '../seat.ts';
import { packagePlace } from '../server-package.ts';
import { hostJob } from './host-job.ts';

const job = hostJob(installPackage, (_, { seat }: { seat: SeatInput; hostId: string; name: string }) => ({
  ...packagePlace(seat.baseDirectory, seat),
  sha256: seat.sha256,
}));
const onHost = <I extends { seat: SeatInput }>(input: I) => ({
  ...input,
  hostId: input.seat.hostId,
  name: input.seat.name,
});

/** Verifies, unpacks and tries the package on the host. It stays there for the next instance: nothing to undo. */
export const unpackPackage = defineLongStep<InstancePorts>()({
  name: 'instances.unpack-package',
  title: { en: 'Verify and unpack the server package', zh: '校验并解包安装包' },
  effect: 'reversible',
  input: z.object({ seat: SeatInput }),
  limitSeconds: 1800,
  retry: { times: 2, firstSeconds: 2, maxSeconds: 10 },
  lookSeconds: 1,
  start: (context, input) => job.start(context, onHost(input)),
  look: (context, input, handle) => job.look(context, onHost(input), handle),
  stop: (context, input, handle) => job.stop(context, onHost(input), handle),
  undo: async () => {},
});
