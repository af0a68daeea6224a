import { type RawBuilder, sql } from 'kysely';
import type { Reader } from '../../../platform/database/schema.ts';
import type { HostRecord } from '../records.ts';
import { type Sight, seenOnly } from '../sight/sight.ts';

/** What the hosts of a zone in one state have together, as far as their checks measured it; sizes in bytes. */
export interface PoolSum {
  readonly zone: string;
  readonly poolState: HostRecord['poolState'];
  readonly hosts: number;
  /** Of them, those of which cores, memory or disk is not known. */
  readonly unmeasured: number;
  readonly cpus: number;
  readonly memoryBytes: number;
  readonly diskBytes: number;
}

export interface SizeCount {
  readonly zone: string;
  readonly specification: string;
  readonly count: number;
}

/** A measured number as SQL; NULL: not measured, or no number. Facts are JSON: what begins with a digit is one. */
const measured = (alias: string): RawBuilder<number | null> => {
  const value = sql.ref(`${alias}.value`);
  return sql`case when substr(${value}, 1, 1) between '0' and '9' then cast(${value} as double) end`;
};
const factOf = (alias: string, name: string): RawBuilder<unknown> =>
  sql`left join fact as ${sql.id(alias)} on ${sql.ref(`${alias}.entity`)} = 'host'
    and ${sql.ref(`${alias}.entity_id`)} = host.id and ${sql.ref(`${alias}.name`)} = ${name}`;
const seenHosts = (seenBy: Sight): RawBuilder<unknown> => seenOnly('host', seenBy) ?? sql`1 = 1`;

/** The hosts somebody sees, added up: a fleet is counted where it lies. */
export async function sumPool(db: Reader, seenBy: Sight): Promise<readonly PoolSum[]> {
  const [cpus, memory, disk] = [measured('fc'), measured('fm'), measured('fd')];
  const { rows } = await sql<{ [Key in keyof PoolSum]: unknown }>`
    select host.zone as zone, host.pool_state as ${sql.id('poolState')}, count(*) as hosts,
      sum(case when ${cpus} is null or ${memory} is null or ${disk} is null then 1 else 0 end) as unmeasured,
      sum(${cpus}) as cpus, sum(${memory}) as ${sql.id('memoryBytes')}, sum(${disk}) as ${sql.id('diskBytes')}
    from host ${factOf('fc', 'cpuCores')} ${factOf('fm', 'memoryBytes')} ${factOf('fd', 'baseTotalBytes')}
    where ${seenHosts(seenBy)} group by host.zone, host.pool_state`.execute(db);
  return rows.map(({ zone, poolState, ...sums }) => ({
    ...{ zone: String(zone), poolState: String(poolState) as HostRecord['poolState'] },
    ...{ hosts: Number(sums.hosts), unmeasured: Number(sums.unmeasured) },
    ...{ cpus: Number(sums.cpus), memoryBytes: Number(sums.memoryBytes), diskBytes: Number(sums.diskBytes) },
  }));
}

/** Free hosts with room for one of a described size, by zone; what was not measured has no room. */
export async function countFits(db: Reader, seenBy: Sight): Promise<readonly SizeCount[]> {
  const { rows } = await sql<{ zone: string; specification: string; n: unknown }>`
    select host.zone as zone, size.name as specification, count(*) as n
    from host ${factOf('fc', 'cpuCores')} ${factOf('fm', 'memoryBytes')} ${factOf('ff', 'baseFreeBytes')}
    join specification as size on coalesce(${measured('fc')}, 0) >= size.cpus
      and coalesce(${measured('fm')}, 0) >= size.memory_bytes and coalesce(${measured('ff')}, 0) >= size.disk_bytes
    where host.pool_state = 'available' and ${seenHosts(seenBy)} group by host.zone, size.name`.execute(db);
  return rows.map(toCount);
}

/** Living instances of clusters that have a size, by zone of their host. */
export async function countSizes(db: Reader, seenBy: Sight): Promise<readonly SizeCount[]> {
  const { rows } = await sql<{ zone: string; specification: string; n: unknown }>`
    select host.zone as zone, cluster.specification as specification, count(*) as n
    from cluster join instance on instance.cluster_id = cluster.id join host on host.id = instance.host_id
    where cluster.specification is not null and instance.state <> 'decommissioned' and ${seenHosts(seenBy)}
    group by host.zone, cluster.specification`.execute(db);
  return rows.map(toCount);
}

const toCount = ({ zone, specification, n }: { zone: string; specification: string; n: unknown }): SizeCount => ({
  ...{ zone, specification, count: Number(n) },
});
