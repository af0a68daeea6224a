import { compareGrants, isMighty, levelGrants, wantedOf } from '@myriad/mysql';
import { findingsOf, type Graph, graphOf, limitsOf, splitIntoClusters } from '@myriad/topology';
import { harmlessText } from '../../findings/index.ts';
import type { Found, StoredCluster, StoredServer } from '../found.ts';
import type { Login } from '../reading/read-servers.ts';
import { hostNamesOf } from './host-names.ts';
import { privilegeTexts } from './privilege-text.ts';
import { recordedRole } from './recorded-role.ts';
import type { WalkEnd, Walked } from './walk-servers.ts';

const mostFindings = 300;
const mostClusters = 500;

/** Everything seen, by clusters: how they are wired, what is wrong, what cannot be done, and how they would be recorded. */
export function buildFound({ walked, leftOut }: WalkEnd, accounts: readonly Login[], now: number): Found {
  const byServer = new Map(walked.map((one) => [one.server, one]));
  const names = hostNamesOf(walked);
  const clusters = splitIntoClusters(walked.map(({ server }) => server))
    .slice(0, mostClusters)
    .map((servers) => {
      const members = servers.flatMap((server) => byServer.get(server) ?? []);
      return clusterOf(members, names, accounts, now);
    });
  return { clusters: clusters.sort((a, b) => (a.key < b.key ? -1 : 1)), leftOut };
}

function clusterOf(
  members: readonly Walked[],
  names: ReadonlyMap<string, string>,
  accounts: readonly Login[],
  now: number,
): StoredCluster {
  const servers = members.map(({ server }) => server);
  const graph = graphOf(servers);
  const findings = findingsOf(servers, { now });
  const limits = limitsOf(servers, findings);
  const stored = members.flatMap((one) => serverOf(one, graph, names, accounts));
  const managed = servers.flatMap(({ look }) => (look.state === 'answered' ? (look.portrait?.managed ?? []) : []))[0];
  const first = stored.find(({ role }) => role !== 'replica') ?? stored[0];
  return {
    key: harmlessText([...servers.map(({ id }) => id)].sort()[0] ?? '', 100),
    suggestedName: clusterName(first?.hostName ?? 'cluster'),
    graph: shownGraph(graph, now),
    findings: findings.slice(0, mostFindings).map(({ code, grade, on, words, next, runbook }) => ({
      ...{ code, grade, words, next, runbook },
      ...(on.entity === 'instance' ? { on: harmlessText(on.id, 300) } : {}),
    })),
    limits: limits.slice(0, mostFindings).map(({ act, on, because, code }) => ({
      ...{ act, because, code },
      ...(on === undefined ? {} : { on: harmlessText(on, 300) }),
    })),
    servers: stored,
    ...(managed ? { managedBy: managed.name } : {}),
  };
}

/** Texts of servers as one visible line each; ids and the ends of edges alike, so that they still meet. */
function shownGraph(graph: Graph, at: number): StoredCluster['graph'] {
  const shown = (text: string) => harmlessText(text, 300);
  return {
    at,
    shape: graph.shape,
    nodes: graph.nodes.map(({ id, name, host, ...rest }) => ({
      ...rest,
      ...{ id: shown(id), name: shown(name), host: shown(host) },
    })),
    edges: graph.edges.map(({ from, to, channel, seenBy, state, lagSeconds, semiSync }) => ({
      ...{ from: shown(from), to: shown(to), channel: shown(channel), seenBy, state, lagSeconds, semiSync },
    })),
    writers: graph.writers.map(shown),
  };
}

function serverOf(
  { server, seen, wanted, address }: Walked,
  graph: Graph,
  names: ReadonlyMap<string, string>,
  accounts: readonly Login[],
): readonly StoredServer[] {
  if (seen.look.state !== 'answered' || address === undefined) return [];
  const { version, serverId, serverUuid } = seen.look.glance;
  const { missing, surplus } = compareGrants(seen.held, wantedOf(levelGrants(version, 'observe')));
  return [
    {
      ...{ id: server.id, address, port: server.port, hostName: names.get(address) ?? address },
      ...{ flavor: version.flavor, version: version.text, role: recordedRole(graph, server.id), serverId, serverUuid },
      user: wanted.login.user,
      account: accounts.indexOf(wanted.login),
      missing: [...privilegeTexts(missing)],
      surplus: [...privilegeTexts(surplus)],
      forbidden: [...privilegeTexts(surplus.filter(isMighty))],
      ...(wanted.name ? { given: wanted.name } : {}),
    },
  ];
}

const clusterName = (host: string): string => {
  const plain = host.toLowerCase().split('.')[0] ?? '';
  const name = /^\d+$/.test(plain) ? host : plain;
  const letters = name.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '');
  return (/^[a-z]/.test(letters) ? letters : `mysql-${letters}`).slice(0, 60).replace(/-+$/, '');
};
