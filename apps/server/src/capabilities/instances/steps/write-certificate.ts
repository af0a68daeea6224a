import { createHash } from 'node:crypto';
import { layoutOf } from '@myriad/mysql';
import { defineStep } from '@myriad/runbook';
import { z } from 'zod';
import { findCertificate, forgetCertificate, issueCertificate } from '../../../platform/certificates/certificates.ts';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { instanceSubject } from '../../paths/index.ts';
import { readCertificate } from '../actions/seat-actions.ts';
import { certificateNames } from '../certificates.ts';
import type { InstancePorts } from '../ports.ts';
import { SeatInput } from '../seat.ts';
import { overWay } from './over-way.ts';

const sum = (text: string): string => createHash('sha256').update(text).digest('hex');

const wantedBy = (seat: SeatInput) => ({ subject: instanceSubject(seat.instanceId), names: certificateNames(seat) });

/**
 * Signs a certificate for the instance and lays it into its folder, readable by the server alone. One once signed is kept and
 * written again as it was; the key goes the way passwords go, never as an argument.
 */
export const writeCertificate = defineStep<InstancePorts>()({
  name: 'instances.write-certificate',
  title: { en: 'Sign and write its certificate', zh: '签发并写入证书' },
  effect: 'reversible',
  input: z.object({ seat: SeatInput }),
  limitSeconds: 60,
  retry: { times: 2, firstSeconds: 1, maxSeconds: 10 },
  isDone: (context, { seat }) =>
    overWay(seat.name, async () => {
      const { certificate: files } = layoutOf(seat.directory);
      await using session = await context.access.openHost(seat.hostId, { signal: context.signal, onPath: context.via });
      const seen = await session.action(readCertificate, files, { signal: context.signal });
      if (seen.key === '' || !seen.private) return undefined;
      const wanted = await findCertificate(context, context.db, wantedBy(seat));
      const parts = ['authorities', 'certificate', 'key'] as const;
      return wanted && parts.every((part) => seen[part] === sum(wanted[part]))
        ? { file: files.certificate }
        : undefined;
    }),
  run: (context, { seat }) =>
    overWay(seat.name, async () => {
      const { certificate: files } = layoutOf(seat.directory);
      const issued = await issueCertificate(context, wantedBy(seat));
      await using session = await context.access.openHost(seat.hostId, { signal: context.signal, onPath: context.via });
      const write = (part: keyof typeof files) =>
        session.copyTo({ text: issued[part] }, files[part], { mode: 0o600, signal: context.signal });
      await Promise.all([write('authorities'), write('certificate'), write('key')]);
      return { file: files.certificate };
    }),
  undo: async (context, { seat }) => {
    await overWay(seat.name, async () => {
      const { certificate: files } = layoutOf(seat.directory);
      await using session = await context.access.openHost(seat.hostId, { signal: context.signal });
      const all = Object.values(files).flatMap((file) => [file, `${file}.partial`]);
      await session.exec(['rm', '-f', ...all], { signal: context.signal });
    });
    await inTransaction(context.db, (tx) => forgetCertificate(context, tx, instanceSubject(seat.instanceId)));
  },
});
