import { leastMemoryMib, sizingFor } from '@myriad/mysql';
import type { Refusal, SeatCheck } from './check.ts';

const gib = 1024 ** 3;

/** Bytes a fresh instance takes: archive and unpacked package where it is not there yet, redo log, system tables, some air. */
export const bytesNeeded = (packageBytes: number, redoMib: number, isInstalled: boolean): number =>
  (isInstalled ? 0 : packageBytes * 6) + redoMib * 1024 ** 2 + gib / 2;

const shown = (bytes: number) => `${(bytes / gib).toFixed(1)} GiB`;

export const roomOnHost: SeatCheck = (seat, found, { input, serverPackage }) => {
  const refusals: Refusal[] = [];
  const { redoMib } = sizingFor({ memoryMib: input.memoryMib, cores: input.cores, storage: 'ssd' });
  const needed = bytesNeeded(serverPackage.sizeBytes, redoMib, found.installed);
  if (found.freeBytes < needed)
    refusals.push({
      code: 'DISK_TOO_SMALL',
      path: 'hostIds',
      words: {
        en: `${seat.name}: ${shown(found.freeBytes)} free under ${seat.baseDirectory}, at least ${shown(needed)} needed.`,
        zh: `${seat.name}：${seat.baseDirectory} 剩余 ${shown(found.freeBytes)}，至少需要 ${shown(needed)}。`,
      },
      next: { en: 'Make room, or choose another host.', zh: '请清理空间，或换一台主机。' },
    });
  if (input.memoryMib < leastMemoryMib || input.memoryMib > found.memoryMib)
    refusals.push({
      code: 'MEMORY_DOES_NOT_FIT',
      path: 'memoryMib',
      words: {
        en: `${seat.name}: ${input.memoryMib} MiB were asked for; the host has ${found.memoryMib} MiB, the least is ${leastMemoryMib}.`,
        zh: `${seat.name}：申请 ${input.memoryMib} MiB，主机共有 ${found.memoryMib} MiB，最少为 ${leastMemoryMib} MiB。`,
      },
      next: { en: 'Ask for another size, or choose another host.', zh: '请调整内存，或换一台主机。' },
    });
  return refusals;
};
