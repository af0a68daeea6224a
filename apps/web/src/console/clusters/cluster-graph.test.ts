import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ClusterTopology, ClusterView, InstanceView, LiveInstance } from '@myriad/contract';
import { graphOf, structureOf } from './cluster-graph.ts';

const yes = { allowed: true };
const instance = (id: string, role: 'primary' | 'replica', address: string): InstanceView => ({
  id,
  name: `${id}:3306`,
  hostId: `h-${id}`,
  hostName: `host-${id}`,
  address,
  port: 3306,
  flavor: 'mysql',
  version: '9.7.4',
  role,
  state: 'running',
  facts: {},
  abilities: { start: yes, stop: yes, restart: yes, decommission: yes },
});
const cluster: ClusterView = {
  id: 'c',
  name: 'c',
  flavor: 'mysql',
  version: '9.7.4',
  topology: 'primary-replica',
  level: 'operate',
  environment: 'testing',
  state: 'running',
  fixed: {},
  instances: [instance('p', 'primary', '10.0.0.1'), instance('r', 'replica', '10.0.0.2')],
  abilities: { stop: yes, restart: yes, decommission: yes, maintenance: yes },
};
const primary: LiveInstance = { instanceId: 'p', at: 1, reachable: true, readOnly: false, superReadOnly: false };
const replica: LiveInstance = {
  instanceId: 'r',
  at: 1,
  reachable: true,
  readOnly: true,
  superReadOnly: true,
  source: { host: '10.0.0.1', port: 3306 },
  receiver: 'running',
  applier: 'running',
  lagSeconds: 0,
};

test('a healthy cluster: one writer, one edge from it, nothing to say', () => {
  const graph = graphOf(cluster, [primary, replica]);
  assert.deepEqual(
    graph.nodes.map(({ id, isWriter }) => [id, isWriter]),
    [
      ['p', true],
      ['r', false],
    ],
  );
  assert.deepEqual(graph.edges, [
    { id: 'p>r', from: 'p', to: 'r', basis: 'seen', state: 'running', isBroken: false, lagSeconds: 0 },
  ]);
  assert.deepEqual(graph.findings, []);
});

test('an unseen or unreachable replica keeps its place by the record, without a lag nobody measured', () => {
  const graph = graphOf(cluster, [primary, { instanceId: 'r', at: 1, reachable: false }]);
  assert.deepEqual(graph.edges, [
    { id: 'p>r', from: 'p', to: 'r', basis: 'recorded', state: 'unknown', isBroken: false },
  ]);
  assert.equal(structureOf(graph), structureOf(graphOf(cluster, [primary, replica])));
});

test('a stopped applier breaks the edge and its lag is unknown, not zero', () => {
  const [edge] = graphOf(cluster, [primary, { ...replica, applier: 'stopped', lagSeconds: null }]).edges;
  assert.equal(edge?.isBroken, true);
  assert.equal(edge?.lagSeconds, null);
});

test('two writers, no writer and a writable replica are said aloud', () => {
  const open = { ...replica, readOnly: false, superReadOnly: false };
  assert.deepEqual(graphOf(cluster, [primary, open]).findings, ['twoWriters', 'writableReplica']);
  assert.deepEqual(graphOf(cluster, [{ ...primary, reachable: false }, replica]).findings, ['noWriter']);
});

test('a source outside the cluster is drawn', () => {
  const graph = graphOf(cluster, [primary, { ...replica, source: { host: '10.9.9.9', port: 3307 } }]);
  assert.equal(graph.nodes[0]?.outside, '10.9.9.9:3307');
  assert.equal(graph.edges[0]?.from, '10.9.9.9:3307');
});

const node = (id: string, more: Partial<ClusterTopology['nodes'][number]> = {}): ClusterTopology['nodes'][number] => ({
  ...{ id, name: id, host: id, port: 3306, role: 'replica', state: 'answered', readOnly: true, lookedAt: 5 },
  ...more,
});
const edge = (from: string, to: string): ClusterTopology['edges'][number] => ({
  ...{ from, to, channel: '', seenBy: 'channel', state: 'running', lagSeconds: 3, semiSync: false },
});
const topology: ClusterTopology = {
  at: 5,
  shape: 'primary-replicas',
  nodes: [node('p', { role: 'primary', readOnly: false, writable: true }), node('r')],
  edges: [edge('p', 'r')],
  writers: ['p'],
};

test('where nobody can be asked now, the last look is drawn: writer, edge and lag', () => {
  const silent = ['p', 'r'].map((instanceId): LiveInstance => ({ instanceId, at: 9, reachable: false }));
  const graph = graphOf(cluster, silent, topology);
  assert.deepEqual(
    graph.nodes.map(({ id, isWriter, live }) => [id, isWriter, live?.at]),
    [
      ['p', true, 5],
      ['r', false, 5],
    ],
  );
  assert.deepEqual([graph.edges[0]?.basis, graph.edges[0]?.lagSeconds], ['seen', 3]);
  assert.deepEqual(graph.findings, []);
});

test('what a server says now goes before the last look; one that follows nobody any more loses its edge', () => {
  const late = graphOf(cluster, [primary, { ...replica, lagSeconds: 40 }], topology);
  assert.equal(late.edges[0]?.lagSeconds, 40);
  const { source: _, ...alone } = replica;
  const left = graphOf(cluster, [primary, alone], topology);
  assert.deepEqual([left.edges[0]?.basis, left.edges[0]?.isBroken], ['recorded', true]);
});

test('servers only heard of are drawn, above those that follow them', () => {
  const heard = node('10.9.9.9:3306', { state: 'heard-of', name: '10.9.9.9:3306' });
  const far: ClusterTopology = {
    ...topology,
    nodes: [...topology.nodes, heard],
    edges: [...topology.edges, edge(heard.id, 'p'), edge('r', 'cdc:?')],
  };
  const graph = graphOf(cluster, [], far);
  assert.deepEqual(
    graph.nodes.filter(({ outside }) => outside !== undefined).map(({ outside }) => outside),
    ['cdc:?', '10.9.9.9:3306'],
  );
  assert.equal(graph.edges.length, 3);
});
