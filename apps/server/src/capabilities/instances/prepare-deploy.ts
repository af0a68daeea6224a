import { randomInt } from 'node:crypto';
import type { Words } from '@myriad/contract';
import { newId } from '../../platform/database/new-id.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import type { HostRecord } from '../metadata/index.ts';
import { asFault } from './checks/index.ts';
import type { DeployForm } from './deploy-form.ts';
import type { DeployInput, Seat } from './deploy-input.ts';
import { checkDeploy } from './plan-deploy.ts';
import type { InstancePorts } from './ports.ts';
import { selectPackage, selectPackages } from './store.ts';

const refuse = (path: string, words: Words): never => {
  throw new ProblemError('FORM_INVALID', {}, [{ path, words }]);
};

/** Hosts of the pool for a new cluster: available ones, spread over zones, otherwise by name. */
export function chooseHosts(available: readonly HostRecord[], count: number): readonly HostRecord[] {
  const left = [...available].sort((a, b) => (a.name < b.name ? -1 : 1));
  const chosen: HostRecord[] = [];
  while (chosen.length < count && left.length > 0) {
    const used = new Set(chosen.map(({ zone }) => zone));
    const at = Math.max(
      0,
      left.findIndex(({ zone }) => !used.has(zone)),
    );
    chosen.push(...left.splice(at, 1));
  }
  return chosen;
}

/** From a form to everything decided: package, hosts, ids. Throws FORM_INVALID with all faults at once. */
export async function prepareDeploy(ports: InstancePorts, form: DeployForm): Promise<DeployInput> {
  const { db, metadata } = ports;
  const packages = await selectPackages(db);
  const serverPackage = form.packageId
    ? await selectPackage(db, { id: form.packageId })
    : packages.find(
        ({ flavor, version }) => flavor === form.flavor && (form.version === undefined || version === form.version),
      );
  if (!serverPackage)
    return refuse('packageId', {
      en: 'No such server package is in the library. Choose another, or register it first.',
      zh: '介质库中没有该安装包。请换一个，或先登记。',
    });
  if (form.flavor !== undefined && form.flavor !== serverPackage.flavor)
    return refuse('packageId', {
      en: `The package is ${serverPackage.flavor}, the form asks for ${form.flavor}.`,
      zh: `安装包为 ${serverPackage.flavor}，而表单选择的是 ${form.flavor}。`,
    });
  const count = form.topology === 'single' ? 1 : 1 + form.replicas;
  const pool = await metadata.listHosts(db, { poolState: 'available' });
  const hostIds = form.hostIds?.length ? form.hostIds : chooseHosts(pool, count).map(({ id }) => id);
  if (hostIds.length !== count)
    return refuse('hostIds', {
      en: `${count} hosts are needed, ${hostIds.length} are ${form.hostIds?.length ? 'chosen' : 'available'}.`,
      zh: `需要 ${count} 台主机，目前${form.hostIds?.length ? '选择了' : '可用'} ${hostIds.length} 台。`,
    });
  const taken = new Set((await metadata.listInstances(db)).map(({ serverId }) => serverId));
  const seats = hostIds.map((hostId, at): Seat => {
    const role = form.topology === 'single' ? 'standalone' : at === 0 ? 'primary' : 'replica';
    return { instanceId: newId(), hostId, serverId: freshServerId(taken), role };
  });
  const facts = hostIds[0] ? await metadata.listFacts(db, 'host', hostIds[0]) : [];
  const cores = Number(facts.find(({ name }) => name === 'cpuCores')?.value ?? 2);
  const input: DeployInput = {
    clusterId: newId(),
    name: form.name,
    packageId: serverPackage.id,
    topology: form.topology,
    environment: form.environment,
    applicationId: form.applicationId || null,
    port: form.port,
    memoryMib: form.memoryMib,
    cores: Number.isInteger(cores) && cores > 0 ? cores : 2,
    fixed: form.fixed,
    seats,
  };
  const refusals = await checkDeploy(ports, input);
  if (refusals.length > 0) throw new ProblemError('FORM_INVALID', {}, refusals.map(asFault));
  return input;
}

/** Random, so that clusters made by different platforms rarely clash when their data meets. */
function freshServerId(taken: Set<number>): number {
  for (;;) {
    const id = randomInt(1, 2 ** 32 - 1);
    if (taken.has(id)) continue;
    taken.add(id);
    return id;
  }
}
