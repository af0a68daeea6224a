import { type Client, checkHost, type HostView, registerHost } from '@myriad/contract';
import type { LabHost } from '@myriad/lab';
import { openWay, type Way } from './way.ts';

/** A lab machine, the record the platform has of it, and the stretch of network between the two. */
export interface ProofHost {
  readonly id: string;
  readonly name: string;
  readonly machine: LabHost;
  readonly way: Way;
}

export const hostForm = (machine: LabHost, way: Pick<Way, 'address' | 'port'>) => ({
  name: machine.name,
  address: machine.address,
  baseDirectory: `${machine.root}/m`,
  ssh: {
    address: way.address,
    port: way.port,
    user: machine.user,
    privateKey: machine.privateKey,
    hostKey: machine.hostKeyFingerprint,
  },
});

export async function registerMachine(client: Client, machine: LabHost): Promise<ProofHost> {
  const way = await openWay({ address: machine.address, port: machine.sshPort });
  const registered = await client.call(registerHost, { body: hostForm(machine, way) });
  const checked: HostView = await client.call(checkHost, {
    params: { hostId: registered.id },
  });
  if (checked.poolState !== 'available') throw new Error(JSON.stringify(checked.check?.verdicts));
  return { id: registered.id, name: machine.name, machine, way };
}
