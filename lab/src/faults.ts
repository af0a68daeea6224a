import { rm, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { mustRun, runCommand } from './run-command.ts';

/** A disk of its own mounted on a folder, for faults of storage. Root only; unmounted when disposed of. */
export interface FaultyDisk extends AsyncDisposable {
  readonly folder: string;
}

export interface SmallDisk extends FaultyDisk {
  /** Takes all that is left, so that the next write finds no room. */
  fill(): Promise<void>;
  /** Gives it back. */
  free(): Promise<void>;
}

export interface FreezableDisk extends FaultyDisk {
  /** Every write hangs (uninterruptibly, as on a stalled array), reads of cached pages go on. */
  freeze(): Promise<void>;
  thaw(): Promise<void>;
}

/** A size-limited disk in memory on `folder`, which must exist and be empty. */
export async function mountSmallDisk(folder: string, sizeMib: number): Promise<SmallDisk> {
  await mustRun('mount', ['-t', 'tmpfs', '-o', `size=${sizeMib}m,mode=755`, 'tmpfs', folder]);
  const ballast = path.join(folder, 'ballast');
  return {
    folder,
    fill: async () => {
      const { bavail, bsize } = await statfs(folder);
      await mustRun('fallocate', ['-l', String(bavail * bsize), ballast]);
    },
    free: () => rm(ballast, { force: true }),
    [Symbol.asyncDispose]: () => unmount(folder),
  };
}

/** An ext4 disk in the file `image` on `folder`, which must exist and be empty. */
export async function mountFreezableDisk(folder: string, image: string, sizeMib: number): Promise<FreezableDisk> {
  await writeFile(image, '');
  await mustRun('truncate', ['-s', `${sizeMib}M`, image]);
  await mustRun('mkfs.ext4', ['-q', '-F', image]);
  await mustRun('mount', ['-o', 'loop', image, folder]);
  // By a process of its own: whoever writes to a frozen disk cannot act, and cannot be ended, before the thaw.
  const thaw = async () => {
    await runCommand('fsfreeze', ['--unfreeze', folder]);
  };
  return {
    folder,
    freeze: async () => {
      await mustRun('fsfreeze', ['--freeze', folder]);
    },
    thaw,
    [Symbol.asyncDispose]: async () => {
      await thaw();
      await unmount(folder);
      await rm(image, { force: true });
    },
  };
}

async function unmount(folder: string): Promise<void> {
  const { code } = await runCommand('umount', [folder]);
  if (code !== 0) await mustRun('umount', ['--lazy', folder]); // somebody still stands in it
}
