import {
  type Client,
  listApplications,
  listClusters,
  listDictionaryTables,
  listDiscoveries,
  listFindings,
  listGroups,
  listHosts,
  listInstances,
  listStandards,
  listTables,
  listTasks,
  listTicketKinds,
  listTickets,
  listUsers,
} from '@myriad/contract';
import type { Examples } from './page-addresses.ts';

/** So many of one sort are looked at, each of another kind. */
const most = 12;
const long = { query: { limit: 500 } };

function oneOfEach<T>(items: readonly T[], kindOf: (item: T) => string): readonly T[] {
  return [...new Map(items.map((item) => [kindOf(item), item])).values()].slice(0, most);
}

/** What the platform holds an example of, for each page about one thing: of tickets, tasks and findings one of a kind. */
export async function findExamples(client: Client): Promise<Examples> {
  const items = async <T>(answer: Promise<{ readonly items: readonly T[] }>) => (await answer).items;
  const [tickets, tasks, findings] = await Promise.all([
    items(client.call(listTickets, long)).then((all) => oneOfEach(all, ({ kind, state }) => `${kind} ${state}`)),
    items(client.call(listTasks, long)).then((all) => oneOfEach(all, ({ kind }) => kind)),
    items(client.call(listFindings, { query: { limit: 500, state: 'all', muted: 'with' } })).then((all) =>
      oneOfEach(all, ({ code }) => code),
    ),
  ]);
  const [clusters, hosts, instances, applications] = await Promise.all([
    items(client.call(listClusters, long)),
    items(client.call(listHosts, long)),
    items(client.call(listInstances, long)),
    items(client.call(listApplications, long)),
  ]);
  const [kinds, tables, groups, users, discoveries, standards, described] = await Promise.all([
    items(client.call(listTicketKinds, {})),
    items(client.call(listTables, {})),
    items(client.call(listGroups, long)),
    items(client.call(listUsers, long)),
    items(client.call(listDiscoveries, long)),
    items(client.call(listStandards, {})),
    items(client.call(listDictionaryTables, long)),
  ]);
  const first = <T>(all: readonly T[], address: (item: T) => string) => all.slice(0, 1).map(address);
  // With replicas first: their pages say more.
  const large = [...clusters].sort((a, b) => b.instances.length - a.instances.length);
  const things = {
    host: hosts,
    instance: instances,
    cluster: large,
    application: applications,
    ticket: tickets,
    task: tasks,
    finding: findings,
  };
  const entries = Object.entries(things);
  return {
    'tickets/new/:kind': kinds.map(({ kind }) => `tickets/new/${kind}`),
    'tickets/:ticketId': tickets.map(({ number }) => `tickets/${number}`),
    'tasks/:taskId': tasks.map(({ id }) => `tasks/${id}`),
    'clusters/:clusterId': first(large, ({ id }) => `clusters/${id}`),
    'findings/:findingId': findings.map(({ id }) => `findings/${id}`),
    'fleet/:dimension': ['application', 'cluster', 'instance', 'host'].map((name) => `fleet/${name}`),
    'fleet/adopt/:discoveryId': first(discoveries, ({ id }) => `fleet/adopt/${id}`),
    'instances/:instanceId/:part?': first(instances, ({ id }) => `instances/${id}`),
    'applications/:applicationId': first(applications, ({ id }) => `applications/${id}`),
    'tables/:table': tables.slice(0, 3).map(({ name }) => `tables/${name}`),
    'hosts/:hostId': first(hosts, ({ id }) => `hosts/${id}`),
    'dictionary/of/:clusterId/:tableId': first(described, ({ id, clusterId }) => `dictionary/of/${clusterId}/${id}`),
    'standards/clusters/:clusterId': first(large, ({ id }) => `standards/clusters/${id}`),
    'standards/of/:standardId/:version': first(standards, ({ id }) => `standards/of/${id}/1`),
    'administration/groups/:groupId': first(groups, ({ id }) => `administration/groups/${id}`),
    'administration/people/:userId': first(users, ({ id }) => `administration/people/${id}`),
    'rights/:dimension/:id': entries
      .slice(0, 4)
      .flatMap(([name, all]) => first<{ id: string }>(all, ({ id }) => `rights/${name}/${id}`)),
    'why/:thing/:id': entries.flatMap(([name, all]) => first<{ id: string }>(all, ({ id }) => `why/${name}/${id}`)),
  };
}
