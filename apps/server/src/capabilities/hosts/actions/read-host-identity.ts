import type { HostAction } from '@myriad/paths';
import { z } from 'zod';

const Identity = z.object({ hostname: z.string(), machineId: z.string(), user: z.string() });
export type HostIdentity = z.infer<typeof Identity>;

/** Which machine is this? `machineId` is empty where the system keeps none. */
export const readHostIdentity: HostAction<Record<string, never>, HostIdentity> = {
  name: 'read-host-identity',
  version: 1,
  script: `
machine=
[ -r /etc/machine-id ] && read -r machine </etc/machine-id
json_object hostname "$(uname -n)" machineId "$machine" user "$(id -un 2>/dev/null || id -u)"
`,
  input: z.object({}) as z.ZodType<Record<string, never>>,
  output: Identity,
};
