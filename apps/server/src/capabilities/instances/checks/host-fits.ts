import type { Refusal, SeatCheck } from './check.ts';

const older = (have: string, need: string): boolean => {
  const [a = 0, b = 0] = have.split('.').map(Number);
  const [c = 0, d = 0] = need.split('.').map(Number);
  return a < c || (a === c && b < d);
};

/** Processor, C library and the few tools the actions use. */
export const hostFits: SeatCheck = (seat, found, { serverPackage }) => {
  const refusals: Refusal[] = [];
  const wrong = (code: string, en: string, zh: string) =>
    refusals.push({
      code,
      path: 'packageId',
      words: { en, zh },
      next: { en: 'Choose another package or another host.', zh: '请换一个安装包或换一台主机。' },
    });
  if (found.architecture !== serverPackage.architecture)
    wrong(
      'ARCHITECTURE_DIFFERS',
      `${seat.name}: the host is ${found.architecture}, the package is for ${serverPackage.architecture}.`,
      `${seat.name}：主机为 ${found.architecture}，安装包适用于 ${serverPackage.architecture}。`,
    );
  const libc = /^glibc (\d+\.\d+)/.exec(found.libc)?.[1];
  if (serverPackage.needsGlibc !== '' && (libc === undefined || older(libc, serverPackage.needsGlibc)))
    wrong(
      'LIBC_TOO_OLD',
      `${seat.name}: the package needs glibc ${serverPackage.needsGlibc}, the host has ${found.libc || 'another C library'}.`,
      `${seat.name}：安装包需要 glibc ${serverPackage.needsGlibc}，主机为 ${found.libc || '其他 C 库'}。`,
    );
  if (found.missingTools !== '')
    refusals.push({
      code: 'TOOLS_MISSING',
      path: 'hostIds',
      words: {
        en: `${seat.name}: these tools are missing: ${found.missingTools}.`,
        zh: `${seat.name}：缺少工具：${found.missingTools}。`,
      },
      next: { en: 'Install them with the package manager of the host.', zh: '请用该主机的包管理器安装。' },
    });
  return refusals;
};
