import { renderSystemdUnit, serverArgv, unitName } from '@myriad/mysql';
import { z } from 'zod';
import type { startServer } from './actions/server-actions.ts';
import { supervisorScript } from './actions/server-actions.ts';
import { packagePlace, versionOf } from './server-package.ts';

/** What starting, stopping and looking at a server needs to know of it. */
export const ServerInput = z.object({
  clusterId: z.string(),
  instanceId: z.string(),
  hostId: z.string(),
  name: z.string(),
  role: z.enum(['primary', 'replica', 'standalone']),
  address: z.string(),
  port: z.number().int(),
  baseDirectory: z.string(),
  directory: z.string(),
  flavor: z.enum(['mysql', 'mariadb']),
  version: z.string(),
  sha256: z.string(),
});
export type ServerInput = z.infer<typeof ServerInput>;

export const oneServer = ({ directory, instanceId, port }: ServerInput) => ({
  directory,
  instanceId,
  unitName: unitName(port),
});

/** A standalone instance comes back by itself after a crash; a replicated one never: somebody has to look first. */
export function startInput(server: ServerInput, taskId: string): z.infer<(typeof startServer)['input']> {
  const where = {
    version: versionOf(server),
    basedir: packagePlace(server.baseDirectory, server).target,
    directory: server.directory,
  };
  const restart = server.role === 'standalone' ? 'after-crash' : 'never';
  const unit = { ...where, name: server.name, restart } as const;
  return {
    ...oneServer(server),
    baseDirectory: server.baseDirectory,
    argv: [...serverArgv(where)],
    restart,
    startedBy: taskId,
    supervisor: supervisorScript,
    userUnit: renderSystemdUnit({ ...unit, manager: 'user' }),
    systemUnit: renderSystemdUnit({ ...unit, manager: 'system' }),
  };
}
