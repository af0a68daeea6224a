import type { Flavor } from '@myriad/contract';
import type { Reader } from '../../../platform/database/schema.ts';

/** An instance that stands or should stand, as far as those who watch it from outside want to know it; '' = none. */
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

/** The next ones by id, each whole from one statement: whoever walks the fleet so reads no more of it than it tells. */
export async function selectSeats(db: Reader, afterId: string, limit: number): Promise<readonly Seat[]> {
  const rows = await db
    .selectFrom('instance')
    .innerJoin('host', 'host.id', 'instance.host_id')
    .leftJoin('cluster', 'cluster.id', 'instance.cluster_id')
    .leftJoin('application', 'application.id', 'cluster.application_id')
    .select(['instance.id', 'instance.name', 'instance.port', 'instance.role', 'instance.flavor', 'instance.version'])
    .select(['instance.state', 'host.address', 'cluster.name as cluster', 'cluster.environment'])
    .select('application.name as application')
    .where('instance.id', '>', afterId)
    .where('instance.state', 'not in', ['decommissioned', 'deploying'])
    .orderBy('instance.id')
    .limit(limit)
    .execute();
  return rows.map(({ cluster, environment, application, flavor, ...row }) => ({
    ...{ ...row, port: Number(row.port), flavor: flavor as Flavor },
    ...{ cluster: cluster ?? '', environment: environment ?? '', application: application ?? '' },
  }));
}
