import { defineStep, StepFailure } from '@myriad/runbook';
import { z } from 'zod';
import { checkSeatFacts } from '../checks/index.ts';
import { lookAtSeat } from '../look-at-seat.ts';
import type { InstancePorts } from '../ports.ts';
import { SeatInput } from '../seat.ts';
import { selectPackage } from '../store.ts';
import { overWay } from './over-way.ts';
import { refuse } from './refuse.ts';

/** The checks of the ticket once more, on the host, just before anything is changed there. */
export const checkSeatStep = defineStep<InstancePorts>()({
  name: 'instances.check-seat',
  title: { en: 'Check the host once more', zh: '再次检查主机' },
  effect: 'read',
  input: z.object({ seat: SeatInput, memoryMib: z.number(), cores: z.number() }),
  limitSeconds: 60,
  retry: { times: 2, firstSeconds: 2, maxSeconds: 10 },
  run: async (context, { seat, memoryMib, cores }) => {
    const serverPackage = await selectPackage(context.db, { id: seat.packageId });
    if (!serverPackage)
      throw new StepFailure({
        code: 'PACKAGE_NOT_FOUND',
        words: { en: 'The server package is gone from the library.', zh: '介质库中已没有该安装包。' },
        next: { en: 'Register it again, then retry.', zh: '请重新登记后重试。' },
        retryable: false,
      });
    const found = await overWay(seat.name, () =>
      lookAtSeat(context.access, seat, { signal: context.signal, onPath: context.via }),
    );
    refuse(checkSeatFacts(seat, found, { input: { memoryMib, cores }, serverPackage }));
    return { freeBytes: found.freeBytes, memoryMib: found.memoryMib, packageInstalled: found.installed };
  },
});
