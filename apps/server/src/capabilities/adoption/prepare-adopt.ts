import { adoptionProblems, type ProblemKind, type Words } from '@myriad/contract';
import { newId } from '../../platform/database/new-id.ts';
import { fillWords } from '../../platform/http/fill-words.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import type { HostRecord } from '../metadata/index.ts';
import type { AdoptForm } from './adopt-form.ts';
import type { AdoptInput } from './adopt-input.ts';
import type { StoredCluster } from './found.ts';
import { mayAdopt } from './policy.ts';
import type { AdoptionPorts } from './ports.ts';
import { type DiscoveryRecord, findDiscovery } from './store.ts';
import { recordedOf, recordedSeats } from './view-discovery.ts';

interface Fault {
  readonly path: string;
  readonly words: Words;
}

/** From the choice to one task input a cluster; everything that speaks against it, at once. @throws ProblemError FORM_INVALID */
export async function prepareAdopt(ports: AdoptionPorts, form: AdoptForm): Promise<readonly AdoptInput[]> {
  const { db, metadata } = ports;
  const discovery = await findDiscovery(db, form.discoveryId);
  if (!discovery) refuse([{ path: 'discoveryId', words: words('DISCOVERY_NOT_FOUND', { id: form.discoveryId }) }]);
  if (discovery.state === 'running') refuse([{ path: 'discoveryId', words: words('DISCOVERY_RUNNING') }]);
  const applications = new Set((await metadata.listApplications(db)).map(({ id }) => id));
  const recorded = await recordedSeats(metadata, db);
  const hosts = await metadata.listHosts(db);
  const faults: Fault[] = [];
  const inputs: AdoptInput[] = [];
  const names = new Map<string, number>();
  const keys = new Map<string, number>();
  const hostNames = hostNamer(hosts);
  for (const [index, chosen] of form.clusters.entries()) {
    const { key, name, environment, applicationId = null } = chosen;
    const say = (field: string, said: Words) => faults.push({ path: `clusters.${index}.${field}`, words: said });
    const cluster = discovery.found?.clusters.find((one) => one.key === key);
    if (keys.has(key)) say('key', twice);
    if (names.has(name)) say('name', twice);
    keys.set(key, index);
    names.set(name, index);
    if (await metadata.findClusterByName(db, name))
      say('name', {
        en: `Another cluster is already called ${name}: choose another name.`,
        zh: `已有名为 ${name} 的集群，请换一个名称。`,
      });
    if (applicationId && !applications.has(applicationId))
      say('applicationId', {
        en: `There is no application ${applicationId}: choose from the list, or leave it open.`,
        zh: `没有应用 ${applicationId}，请从列表中选择，或留空。`,
      });
    if (!cluster) {
      say('key', {
        en: 'This discovery found no such cluster: take its key from what was found.',
        zh: '此次发现中没有该集群，请使用发现结果中的标识。',
      });
      continue;
    }
    const decision = mayAdopt(cluster, recordedOf(cluster, recorded));
    if (!decision.allowed) say('key', words(decision.because, decision.values));
    inputs.push(inputOf(discovery, cluster, { name, environment, applicationId: applicationId || null }, hostNames));
  }
  if (faults.length > 0) refuse(faults);
  return inputs;
}

const twice: Words = { en: 'stands here twice', zh: '重复出现' };

function refuse(faults: readonly Fault[]): never {
  throw new ProblemError('FORM_INVALID', {}, faults);
}

function words(code: string, values: Readonly<Record<string, string | number | Words>> = {}): Words {
  const kind: ProblemKind | undefined = Object.hasOwn(adoptionProblems, code)
    ? adoptionProblems[code as keyof typeof adoptionProblems]
    : undefined;
  if (!kind) return { en: code, zh: code };
  const { words: said, next } = kind;
  return fillWords({ en: `${said.en} ${next.en}`, zh: `${said.zh}${next.zh}` }, values);
}

/** A host that is recorded at the address keeps its name; a new one gets its own, or its address where that name is taken. */
function hostNamer(hosts: readonly HostRecord[]): (address: string, wish: string) => string {
  const byAddress = new Map(hosts.map(({ address, name }) => [address, name]));
  const taken = new Set(hosts.map(({ name }) => name));
  return (address, wish) => {
    const known = byAddress.get(address);
    if (known !== undefined) return known;
    const plain = address.replaceAll(':', '-').replace(/^-|-$/g, '0');
    const name = [wish, plain, `db-${plain}`].find((one) => !taken.has(one)) ?? `db-${newId()}`;
    taken.add(name);
    byAddress.set(address, name);
    return name;
  };
}

function inputOf(
  { id: discoveryId, accounts }: DiscoveryRecord,
  { servers, managedBy, graph }: StoredCluster,
  chosen: Pick<AdoptInput, 'name' | 'environment' | 'applicationId'>,
  hostNames: (address: string, wish: string) => string,
): AdoptInput {
  const account = accounts[servers[0]?.account ?? 0] ?? { user: '', secretId: '' };
  return {
    ...{ discoveryId, clusterId: newId(), ...chosen, account, managedBy: managedBy ?? null },
    topology: graph.shape === 'single' ? 'single' : 'primary-replica',
    servers: servers.map(({ address, port, hostName, flavor, version, role, serverId, serverUuid }) => ({
      ...{ instanceId: newId(), hostName: hostNames(address, hostName), address, port },
      ...{ flavor, version, role, serverId, serverUuid },
    })),
  };
}
