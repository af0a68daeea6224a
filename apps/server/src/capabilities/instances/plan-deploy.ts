import type { Reader } from '../../platform/database/schema.ts';
import { findQuotaRefusal, findSpecification, type HostRecord, type QuotaRefusal } from '../metadata/index.ts';
import type { SeatFacts } from './actions/seat-actions.ts';
import { checkRecords, checkSeatFacts, type DeployFacts, type Refusal, seatedAt } from './checks/index.ts';
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
    size: input.specification === undefined ? undefined : await findSpecification(db, input.specification),
    quota: await quotaAgainst(metadata, db, input),
  };
}

/** Of an application there is; that there is none is said elsewhere. */
async function quotaAgainst(
  metadata: InstancePorts['metadata'],
  db: Reader,
  { applicationId, environment, specification, seats }: DeployInput,
): Promise<QuotaRefusal | undefined> {
  if (!applicationId || !(await metadata.listApplications(db)).some(({ id }) => id === applicationId)) return undefined;
  return findQuotaRefusal(db, metadata, {
    ...{ applicationId, environment, specification: specification ?? null, instances: seats.length },
  });
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
        const found = await lookAtSeat(ports.access, seat);
        return checkSeatFacts(seat, withoutRecorded(facts, seat, found), { input, serverPackage });
      } catch (error) {
        return [unreachable(seat, error)];
      }
    }),
  );
  return [...fromRecords, ...fromHosts.flat()];
}

/** An instance that stands in the records was named by them: that it listens and has a folder there is no further reason. */
function withoutRecorded({ input, instances }: DeployFacts, seat: SeatInput, found: SeatFacts): SeatFacts {
  const recorded = seatedAt(instances, seat.hostId, input);
  if (!recorded) return found;
  const own = found.owner === recorded.id || (found.owner === '' && !found.present);
  return { ...found, takenPorts: '', ...(own ? { present: false, owner: '' } : {}) };
}
