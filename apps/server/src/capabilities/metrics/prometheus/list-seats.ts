import { setImmediate } from 'node:timers/promises';
import type { Flavor } from '@myriad/contract';
import type { Db } from '../../../platform/database/schema.ts';
import type { Metadata } from '../../metadata/index.ts';

/** What the record says of an instance, as far as somebody who scrapes wants to know it. */
export interface Seat {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly port: number;
  readonly cluster: string;
  readonly environment: string;
  readonly application: string;
  readonly role: string;
  readonly flavor: Flavor;
  readonly version: string;
  readonly state: string;
}

const pageSize = 250;

/** Every instance that stands or should stand, page by page, so that nobody waits for the whole fleet. */
export async function* walkSeats({
  db,
  metadata,
}: {
  readonly db: Db;
  readonly metadata: Metadata;
}): AsyncGenerator<readonly Seat[]> {
  const applications = new Map((await metadata.listApplications(db)).map(({ id, name }) => [id, name]));
  const clusters = new Map((await metadata.listClusters(db)).map((cluster) => [cluster.id, cluster]));
  for (let after = ''; ; ) {
    const page = await metadata.walkInstances(db, after, pageSize);
    yield page.flatMap(({ instance, host }): Seat[] => {
      if (!host || instance.state === 'decommissioned' || instance.state === 'deploying') return [];
      const { id, name, port, role, flavor, version, state } = instance;
      const cluster = clusters.get(instance.clusterId ?? '');
      return [
        {
          ...{ id, name, port, role, flavor, version, state },
          address: host.address,
          cluster: cluster?.name ?? '',
          environment: cluster?.environment ?? '',
          application: applications.get(cluster?.applicationId ?? '') ?? '',
        },
      ];
    });
    if (page.length < pageSize) return;
    after = page.at(-1)?.instance.id ?? '';
    await setImmediate();
  }
}
