import type { Hop } from '@myriad/paths';
import type { LabHost } from './lab-hosts.ts';

/** The hop that leads to a lab host, its key known. */
export const pathToHost = (host: LabHost): Hop & { readonly kind: 'ssh' } => ({
  kind: 'ssh',
  address: host.address,
  port: host.sshPort,
  user: host.user,
  auth: { kind: 'key', privateKey: host.privateKey },
  hostKeys: [host.hostKeyFingerprint],
});
