/** What a task or a ticket is about, as far as rights are concerned. */
export interface Subject {
  readonly entity: 'cluster' | 'instance' | 'host' | 'application';
  readonly id: string;
  /** Where a cluster that does not exist yet will lie; one that exists says so itself. */
  readonly applicationId: string | null;
  readonly environment: string | null;
}

interface Named {
  readonly clusters: ReadonlySet<string>;
  readonly instances: ReadonlySet<string>;
  readonly hosts: ReadonlySet<string>;
  readonly applicationId: string | null;
  readonly environment: string | null;
}

/**
 * Read off what a plan was made from and what it holds: the clusters; else the instances; else the hosts; else the application.
 * Hosts and instances a cluster is built of are the means and not what it is about.
 */
export function subjectsOf(input: unknown, locks: readonly string[]): readonly Subject[] {
  const { clusters, instances, hosts, applicationId, environment } = read(input, locks);
  const all = (entity: Subject['entity'], ids: ReadonlySet<string>) =>
    [...ids].map((id): Subject => ({ entity, id, applicationId: null, environment: null }));
  if (clusters.size > 0) {
    const lying = [...clusters].map((id): Subject => ({ entity: 'cluster', id, applicationId, environment }));
    return [...lying, ...all('instance', instances)];
  }
  if (instances.size > 0) return all('instance', instances);
  if (hosts.size > 0) return all('host', hosts);
  return applicationId === null ? [] : all('application', new Set([applicationId]));
}

function read(input: unknown, locks: readonly string[]): Named {
  const fields: Readonly<Record<string, unknown>> = typeof input === 'object' && input !== null ? { ...input } : {};
  const text = (name: string) => {
    const value = fields[name];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const ids = (one: string, noun: string) => {
    const many = fields[`${one}s`];
    const locked = locks.flatMap((lock) => (lock.startsWith(`${noun}/`) ? [lock.slice(noun.length + 1)] : []));
    const listed: unknown[] = Array.isArray(many) ? many : [];
    return new Set([text(one), ...listed, ...locked].filter((id): id is string => typeof id === 'string' && id !== ''));
  };
  return {
    clusters: ids('clusterId', 'cluster'),
    instances: ids('instanceId', 'instance'),
    hosts: ids('hostId', 'host'),
    applicationId: text('applicationId'),
    environment: text('environment'),
  };
}
