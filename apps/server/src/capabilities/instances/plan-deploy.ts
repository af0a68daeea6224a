import type { Reader } from '../../platform/database/schema.ts';
import type { HostRecord } from '../metadata/index.ts';
import { checkRecords, checkSeatFacts, type DeployFacts, type Refusal } from './checks/index.ts';
import type { DeployInput } from './deploy-input.ts';
import { lookAtSeat, unreachable } from './look-at-seat.ts';
import type { InstancePorts } from './ports.ts';
import { type SeatInput, seatInput } from './seat.ts';
import { selectPackage } from './store.ts';

/** Everything the records say about a wanted deployment. */
export async function readDeployFacts(
  { metadata }: Pick<InstancePorts, 'metadata'>,
  db: Reader,
  input: DeployInput,
): Promise<DeployFacts> {
  const wanted = new Set(input.seats.map(({ hostId }) => hostId));
  const hosts = (await metadata.listHosts(db)).filter(({ id }) => wanted.has(id));
  return {
    input,
    serverPackage: await selectPackage(db, { id: input.packageId }),
    hosts: new Map(hosts.map((host) => [host.id, host])),
    instances: await metadata.listInstances(db),
    nameTakenBy: (await metadata.findClusterByName(db, input.name))?.id,
  };
}

/** The seats of a deployment whose records are in order, in the order of the input. */
export function seatsOf({ input, serverPackage, hosts }: DeployFacts): readonly SeatInput[] {
  if (!serverPackage) return [];
  return input.seats.flatMap((seat) => {
    const host: HostRecord | undefined = hosts.get(seat.hostId);
    return host ? [seatInput(input, seat, host, serverPackage)] : [];
  });
}

/** Runs every check, over the records and on the hosts side by side, and returns all refusals at once. */
export async function checkDeploy(ports: InstancePorts, input: DeployInput): Promise<readonly Refusal[]> {
  const facts = await readDeployFacts(ports, ports.db, input);
  const fromRecords = checkRecords(facts);
  const { serverPackage } = facts;
  if (!serverPackage) return fromRecords;
  const fromHosts = await Promise.all(
    seatsOf(facts).map(async (seat) => {
      try {
        return checkSeatFacts(seat, await lookAtSeat(ports.access, seat), { input, serverPackage });
      } catch (error) {
        return [unreachable(seat, error)];
      }
    }),
  );
  return [...fromRecords, ...fromHosts.flat()];
}
