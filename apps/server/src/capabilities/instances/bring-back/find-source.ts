import { layoutOf } from '@myriad/mysql';
import { findTrust } from '../../../platform/certificates/certificates.ts';
import type { InstanceRecord } from '../../metadata/index.ts';
import { instanceSubject } from '../../paths/index.ts';
import type { InstancePorts } from '../ports.ts';
import type { RecordedSource } from './bring-back-form.ts';
import type { Seats } from './read-seats.ts';

/**
 * The instance of the cluster that a replica should follow: what was seen first or accepted since, as the replica itself named
 * it; where that was never seen, the one recorded primary. undefined: no instance of the cluster.
 */
export async function findRecordedSource(
  { db, metadata }: Pick<InstancePorts, 'db' | 'metadata'>,
  replica: InstanceRecord,
  { seats, isOurs }: Seats,
): Promise<RecordedSource | undefined> {
  const facts = await metadata.listFacts(db, 'instance', replica.id);
  const named = facts.find(({ name }) => name === 'source')?.value;
  const [, namedHost, namedPort] = typeof named === 'string' ? (/^(.+):(\d{1,5})$/.exec(named) ?? []) : [];
  const others = (await metadata.listInstances(db, { clusterId: replica.clusterId ?? '' })).filter(
    ({ id, state }) => id !== replica.id && state !== 'decommissioned',
  );
  const login = isOurs ? 'ours' : 'kept';
  const trust = isOurs ? await findTrust(db, instanceSubject(replica.id)) : undefined;
  const rest = {
    login,
    ...(trust ? { authorities: layoutOf(replica.directory).certificate.authorities } : {}),
  } as const;
  const primaries = others.filter(({ role }) => role === 'primary');
  for (const other of namedHost === undefined ? primaries : others) {
    const seat = seats.find(({ instanceId }) => instanceId === other.id);
    const { address } = await metadata.getHost(db, other.hostId);
    if (!seat) continue;
    if (namedHost === undefined)
      return primaries.length === 1 ? { seat, host: address, port: other.port, ...rest } : undefined;
    const hostname = (await metadata.listFacts(db, 'instance', other.id)).find(
      ({ name }) => name === 'hostname',
    )?.value;
    const isIt = Number(namedPort) === other.port && [address, hostname].includes(namedHost);
    if (isIt) return { seat, host: namedHost, port: other.port, ...rest };
  }
  return undefined;
}
