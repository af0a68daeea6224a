import { getClusterLive, listClusters, listServerPackages } from '@myriad/contract';
import { languageFrom, type Words } from '../language.ts';
import type { OpenDemo } from './open-demo.ts';
import { registerLabHosts } from './register-lab-hosts.ts';
import { runTicket, type TicketRun } from './run-ticket.ts';

export const demoClusterName = 'orders';

/** A reason is one person's sentence, in the language they speak. */
const inOwnWords = (words: Words): string => words[languageFrom(process.env)];

export interface DemoCluster {
  readonly clusterId: string;
  readonly deploy: TicketRun;
  readonly sample: TicketRun;
}

/** The demo's cluster, the way everything comes to be: asked for, approved by another person, deployed, filled. */
export async function deployDemoCluster(
  demo: OpenDemo,
  flavor: 'mysql' | 'mariadb',
  say: (words: Words) => void,
): Promise<DemoCluster> {
  const hands = { requester: demo.requester, approver: demo.approver, say };
  const hosts = await registerLabHosts(demo.administrator, demo.lab.ready, say);
  const { items } = await demo.administrator.call(listServerPackages, {});
  const serverPackage = items.find((item) => item.flavor === flavor);
  if (!serverPackage) throw new Error(`there is no ${flavor} server package in the library`);
  const deploy = await runTicket(
    hands,
    'resource.new-cluster',
    {
      name: demoClusterName,
      flavor,
      packageId: serverPackage.id,
      topology: 'primary-replica',
      replicas: hosts.length - 1,
      hostIds: hosts.map(({ id }) => id),
      memoryMib: 512,
      environment: 'demo',
    },
    inOwnWords({ en: 'The demo: one primary, two replicas', zh: '演示：一主两从' }),
  );
  const cluster = (await demo.requester.call(listClusters, { query: {} })).items.find(
    ({ name }) => name === demoClusterName,
  );
  if (!cluster) throw new Error('the ticket is done, but metadata knows no cluster');
  const sample = await runTicket(
    hands,
    'demo.load-sample-schema',
    { clusterId: cluster.id },
    inOwnWords({ en: 'Something to look around in', zh: '用于浏览的示例数据' }),
  );
  return { clusterId: cluster.id, deploy, sample };
}

/** An earlier demo's cluster: its hosts were powered off with the demo, so its servers are started, again by a ticket. */
export async function resumeDemoCluster(demo: OpenDemo, clusterId: string, say: (words: Words) => void): Promise<void> {
  const live = await demo.approver.call(getClusterLive, { params: { clusterId } });
  if (live.instances.every(({ reachable }) => reachable)) return;
  const hands = { requester: demo.requester, approver: demo.approver, say };
  await runTicket(
    hands,
    'service.start',
    { clusterId },
    inOwnWords({ en: 'The demo was stopped', zh: '演示曾被停止' }),
  );
}
