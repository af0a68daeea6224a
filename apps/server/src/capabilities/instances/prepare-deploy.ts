import { randomInt } from 'node:crypto';
import { newId } from '../../platform/database/new-id.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import type { HostRecord } from '../metadata/index.ts';
import { asFault, type Refusal } from './checks/index.ts';
import type { DeployForm } from './deploy-form.ts';
import type { DeployInput, Seat } from './deploy-input.ts';
import { checkDeploy } from './plan-deploy.ts';
import type { InstancePorts } from './ports.ts';
import type { ServerPackage } from './server-package.ts';
import { selectPackage, selectPackages } from './store.ts';

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
  const count = form.topology === 'single' ? 1 : 1 + form.replicas;
  const pool = await metadata.listHosts(db, { poolState: 'available' });
  const hostIds = form.hostIds?.length ? form.hostIds : chooseHosts(pool, count).map(({ id }) => id);
  const refusals = [...againstPackage(form, serverPackage), ...(await againstApplication(ports, form))];
  if (hostIds.length !== count) refusals.push(wrongCount(form, count, hostIds.length));
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
    packageId: serverPackage?.id ?? '',
    topology: form.topology,
    environment: form.environment,
    applicationId: form.applicationId || null,
    port: form.port,
    memoryMib: form.memoryMib,
    ...(form.specification ? { specification: form.specification } : {}),
    cores: Number.isInteger(cores) && cores > 0 ? cores : 2,
    fixed: form.fixed,
    seats,
  };
  const found = await checkDeploy(ports, input);
  // Said once, and with the right number.
  refusals.push(...found.filter(({ code }) => hostIds.length === count || code !== 'HOSTS_TOO_FEW'));
  if (refusals.length > 0) throw new ProblemError('FORM_INVALID', {}, refusals.map(asFault));
  return input;
}

/** A package was named, and the form says something else about it. */
function againstPackage(form: DeployForm, serverPackage: ServerPackage | undefined): Refusal[] {
  if (!serverPackage) return [];
  const { flavor, version } = serverPackage;
  const next = {
    en: 'Choose a package that is both, or leave one of them open.',
    zh: '请选择相符的安装包，或只填其中一项。',
  };
  const differs = (path: 'flavor' | 'version', is: string, wanted: string | undefined): Refusal[] =>
    wanted === undefined || wanted === is
      ? []
      : [
          {
            code: 'PACKAGE_DIFFERS',
            path: path === 'flavor' ? 'packageId' : path,
            words: {
              en: `The package is ${is}, the form asks for ${wanted}.`,
              zh: `安装包为 ${is}，而表单选择的是 ${wanted}。`,
            },
            next,
          },
        ];
  return [...differs('flavor', flavor, form.flavor), ...differs('version', version, form.version)];
}

async function againstApplication({ db, metadata }: InstancePorts, { applicationId }: DeployForm): Promise<Refusal[]> {
  if (!applicationId || (await metadata.listApplications(db)).some(({ id }) => id === applicationId)) return [];
  return [
    {
      code: 'APPLICATION_NOT_FOUND',
      path: 'applicationId',
      words: { en: `There is no application ${applicationId}.`, zh: `没有应用 ${applicationId}。` },
      next: { en: 'Choose from the list, or leave it open.', zh: '请从列表中选择，或留空。' },
    },
  ];
}

const wrongCount = ({ hostIds }: DeployForm, needed: number, found: number): Refusal => ({
  code: 'HOSTS_WRONG_COUNT',
  path: 'hostIds',
  words: {
    en: `${needed} hosts are needed, ${found} are ${hostIds?.length ? 'chosen' : 'available'}.`,
    zh: `需要 ${needed} 台主机，目前${hostIds?.length ? '选择了' : '可用'} ${found} 台。`,
  },
  next: {
    en: 'Choose exactly as many, add hosts to the pool, or ask for another number of replicas.',
    zh: '请选择相应数量的主机、向资源池加入主机，或调整从库数量。',
  },
});

/** Random, so that clusters made by different platforms rarely clash when their data meets. */
function freshServerId(taken: Set<number>): number {
  for (;;) {
    const id = randomInt(1, 2 ** 32 - 1);
    if (taken.has(id)) continue;
    taken.add(id);
    return id;
  }
}
