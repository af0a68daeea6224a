import { defineStep, type StepContext } from '@myriad/runbook';
import { z } from 'zod';
import { findPackage } from '../actions/package-actions.ts';
import type { InstancePorts } from '../ports.ts';
import { SeatInput } from '../seat.ts';
import { packagePlace } from '../server-package.ts';
import { selectPackage } from '../store.ts';
import { overWay } from './over-way.ts';

/** Copies the archive where the host has neither it nor what it holds; found damaged, it is copied anew. */
export async function shipArchive(
  context: StepContext & InstancePorts,
  seat: SeatInput,
): Promise<{ sizeBytes: number; skipped: boolean }> {
  const serverPackage = await selectPackage(context.db, { id: seat.packageId });
  if (!serverPackage) throw new Error(`package ${seat.packageId} is not in the library`);
  const { target, archive } = packagePlace(seat.baseDirectory, seat);
  await using session = await context.access.openHost(seat.hostId, { signal: context.signal, onPath: context.via });
  const wanted = { target, archive, sha256: seat.sha256 };
  const found = await session.action(findPackage, wanted, { signal: context.signal, timeoutSeconds: 600 });
  if (found.installed || found.arrived) return { sizeBytes: 0, skipped: true };
  const total = serverPackage.sizeBytes;
  const size = Math.round(total / 1e6);
  context.say({ en: `Copying ${size} MB to ${seat.name}`, zh: `正在向 ${seat.name} 复制 ${size} MB` });
  const folder = archive.slice(0, archive.lastIndexOf('/'));
  await session.exec(['mkdir', '-p', folder], { signal: context.signal });
  const { sizeBytes } = await session.copyTo({ file: serverPackage.file }, archive, {
    sha256: serverPackage.sha256,
    signal: context.signal,
    timeoutSeconds: 3600,
    onProgress: (done) => context.progress({ done, total, unit: 'bytes' }),
  });
  return { sizeBytes, skipped: false };
}

/**
 * Copies the package's archive to the host, whole or not at all; a host that has it (by hash) is left alone, and a
 * damaged archive in its place is copied anew. It looks inside `run`: what is found there before stays there after an undo.
 */
export const shipPackage = defineStep<InstancePorts>()({
  name: 'instances.ship-package',
  title: { en: 'Copy the server package', zh: '分发安装包' },
  effect: 'reversible',
  input: z.object({ seat: SeatInput }),
  limitSeconds: 3600,
  retry: { times: 3, firstSeconds: 2, maxSeconds: 30 },
  run: (context, { seat }) => overWay(seat.name, () => shipArchive(context, seat)),
  // An unpacked package may serve other instances by now: only an archive this task copied is ours alone.
  undo: (context, { seat }, result) =>
    overWay(seat.name, async () => {
      if (result?.skipped) return;
      await using session = await context.access.openHost(seat.hostId, { signal: context.signal });
      const { archive } = packagePlace(seat.baseDirectory, seat);
      // A copy that was cut leaves what had arrived beside it.
      await session.exec(['rm', '-f', archive, `${archive}.partial`], { signal: context.signal });
    }),
});
