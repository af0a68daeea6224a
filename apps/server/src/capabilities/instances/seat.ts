import { defaultCollationOf, type HostSize, instanceDirectory, optionFileFor, renderOptionFile } from '@myriad/mysql';
import { z } from 'zod';
import type { HostRecord } from '../metadata/index.ts';
import { certificateFor } from './certificates.ts';
import type { DeployInput, Seat } from './deploy-input.ts';
import { ServerInput } from './server-input.ts';
import { packagePlace, type ServerPackage, versionOf } from './server-package.ts';

/** One instance to be made, everything decided; the input of most steps. */
export const SeatInput = ServerInput.extend({
  adminPort: z.number().int(),
  serverId: z.number().int(),
  packageId: z.string(),
});
export type SeatInput = z.infer<typeof SeatInput>;

/** The second door: near the port, and below the range the kernel gives to outgoing connections where the port is. */
export const adminPortFor = (port: number): number => (port + 5000 <= 65535 ? port + 5000 : port - 5000);

export function seatInput(input: DeployInput, seat: Seat, host: HostRecord, serverPackage: ServerPackage): SeatInput {
  return {
    clusterId: input.clusterId,
    instanceId: seat.instanceId,
    hostId: seat.hostId,
    name: `${host.name}:${input.port}`,
    role: seat.role,
    address: host.address,
    port: input.port,
    adminPort: adminPortFor(input.port),
    serverId: seat.serverId,
    baseDirectory: host.baseDirectory,
    directory: instanceDirectory(host.baseDirectory, input.port),
    flavor: serverPackage.flavor,
    version: serverPackage.version,
    packageId: serverPackage.id,
    sha256: serverPackage.sha256,
  };
}

/** The whole text of the option file: it stands in the plan, so what is approved is what will stand on the host. */
export function optionText(input: DeployInput, seat: SeatInput, serverPackage: ServerPackage): string {
  const { fixed } = input;
  const size: HostSize = { memoryMib: input.memoryMib, cores: input.cores, storage: 'ssd' };
  return renderOptionFile(
    optionFileFor({
      version: versionOf(serverPackage),
      basedir: packagePlace(seat.baseDirectory, serverPackage).target,
      directory: seat.directory,
      address: seat.address,
      port: seat.port,
      adminPort: seat.adminPort,
      serverId: seat.serverId,
      start: seat.role === 'standalone' ? 'standalone' : 'replicated',
      size,
      fixed: {
        lowerCaseTableNames: fixed.lowerCaseTableNames,
        pageSizeKib: (fixed.pageSize / 1024) as 4 | 8 | 16 | 32 | 64,
        characterSet: fixed.characterSet,
        collation: fixed.collation || (defaultCollationOf(versionOf(serverPackage), fixed.characterSet) ?? ''),
        timeZone: fixed.timeZone,
        ...(fixed.sqlMode === undefined ? {} : { sqlMode: fixed.sqlMode }),
      },
      certificate: certificateFor(serverPackage),
      plugins: serverPackage.plugins,
    }),
  );
}
