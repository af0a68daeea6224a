import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inLab, type LabServer, startReplicationSet, startServer, waitUntil } from '@myriad/lab';
import { follow, idOf, letObserve, observe, setReadOnly, unfollow } from '../testing/observe-lab.ts';
import { findingsOf, graphOf, limitsOf, type ObservedServer, splitIntoClusters } from './index.ts';

const context = { now: Date.now(), backup: 'unknown' } as const;

/** Not the dump threads: an idle source keeps that of a replica that left until it next writes. */
const channelsOf = (servers: readonly ObservedServer[]) =>
  graphOf(servers).edges.filter(({ seenBy }) => seenBy === 'channel');

/** Looks until every channel runs without lag: a replica just pointed elsewhere takes a moment. */
async function observeCaughtUp(servers: readonly LabServer[]): Promise<readonly ObservedServer[]> {
  let seen: readonly ObservedServer[] = [];
  const settled = await waitUntil(async () => {
    seen = await Promise.all(servers.map(observe));
    return channelsOf(seen).every(({ state, lagSeconds }) => state === 'running' && lagSeconds === 0);
  }, 30_000);
  assert.ok(settled, JSON.stringify(graphOf(seen)));
  return seen;
}

const edgesOf = (servers: readonly ObservedServer[]) => channelsOf(servers).map(({ from, to }) => [from, to]);
const codesOn = (servers: readonly ObservedServer[], id: string) =>
  findingsOf(servers, context)
    .filter(({ on }) => on.entity === 'instance' && on.id === id)
    .map(({ code }) => code);

for (const flavor of ['mysql', 'mariadb'] as const) {
  test(`${flavor}: one with two, a chain, two that follow each other, and a single one are told apart`, (t) =>
    inLab(t, async ({ folder, use }) => {
      const set = use(await startReplicationSet({ flavor, replicas: 2, folder }));
      const { primary, account } = set;
      const [b, c] = set.replicas;
      assert.ok(b && c);
      await letObserve(primary);
      await set.waitForCatchUp();
      const [A, B, C] = [idOf(primary), idOf(b), idOf(c)];

      const flat = await observeCaughtUp([primary, b, c]);
      const graph = graphOf(flat);
      assert.equal(graph.shape, 'primary-replicas');
      assert.deepEqual(edgesOf(flat), [
        [A, B],
        [A, C],
      ]);
      assert.deepEqual(graph.writers, [A]);
      assert.deepEqual(
        graph.nodes.map(({ role }) => role),
        ['primary', 'replica', 'replica'],
      );
      for (const id of [A, B, C]) assert.ok(!codesOn(flat, id).includes('ERRANT_TRANSACTIONS'), id);

      await t.test('of the source alone both replicas are heard of', async () => {
        const alone = [await observe(primary)];
        const heard = graphOf(alone).edges.filter(({ seenBy }) => seenBy === 'dump-thread');
        assert.equal(heard.length >= 1, true);
        assert.ok(codesOn(alone, A).includes('READER_NOT_SEEN'));
      });

      await t.test('a replica of a replica is a chain', async () => {
        await setReadOnly(c, 'off');
        await unfollow(c);
        await follow(c, b, account);
        await setReadOnly(c, 'on');
        const chain = await observeCaughtUp([primary, b, c]);
        assert.equal(graphOf(chain).shape, 'chain');
        assert.deepEqual(edgesOf(chain), [
          [A, B],
          [B, C],
        ]);
        assert.equal(graphOf(chain).nodes[1]?.role, 'relay');
        for (const id of [A, B, C]) assert.ok(!codesOn(chain, id).includes('ERRANT_TRANSACTIONS'), id);
      });

      await t.test('a source nobody can reach is named, its replica kept', async () => {
        const [one] = await observeCaughtUp([c]);
        assert.ok(one);
        assert.equal(graphOf([one]).shape, 'source-unknown');
        assert.ok(codesOn([one], C).includes('SOURCE_NOT_SEEN'));
      });

      await t.test('two that follow each other are a pair, and both open is wrong', async () => {
        await follow(primary, b, account);
        const closed = await observeCaughtUp([primary, b]);
        assert.equal(graphOf(closed).shape, 'dual-primary');
        assert.ok(!findingsOf(closed, context).some(({ code }) => code === 'TWO_WRITERS'));
        await setReadOnly(b, 'off');
        const open = await observeCaughtUp([primary, b]);
        assert.ok(findingsOf(open, context).some(({ code }) => code === 'TWO_WRITERS'));
      });

      await t.test('one that follows nobody any more is a cluster of its own', async () => {
        await unfollow(c);
        const apart = await Promise.all([primary, b, c].map(observe));
        assert.equal(graphOf(apart).shape, 'separate');
        assert.deepEqual(
          splitIntoClusters(apart).map((group) => group.length),
          [2, 1],
        );
        assert.equal(graphOf(apart.slice(2)).shape, 'single');
      });
    }));

  test(`${flavor}: a replica of two primaries is one, and is promoted for neither`, (t) =>
    inLab(t, async ({ folder, use }) => {
      const options = flavor === 'mysql' ? [] : ['--gtid-domain-id=1'];
      const first = use(await startReplicationSet({ flavor, replicas: 1, folder: `${folder}/1` }));
      const second = use(await startServer({ flavor, folder: `${folder}/2`, serverId: 9, options }));
      const login = { user: 'feed', password: 'Feeds-0nly' };
      await second.rows(`create user feed@'%' identified by '${login.password}'`);
      await second.rows("grant replication slave on *.* to feed@'%'");
      await second.rows('create database crm');
      await letObserve(first.primary);
      await first.waitForCatchUp();
      const [replica] = first.replicas;
      assert.ok(replica);
      await follow(replica, second, login, 'crm');
      // It has the account from its first source; the second one’s owner lets nobody look.
      const seen = await observeCaughtUp([first.primary, replica]);
      const withRefused = [...seen, await observe(second)];
      assert.equal(graphOf(withRefused).shape, 'multi-source');
      assert.ok(codesOn(withRefused, idOf(second)).includes('SERVER_REFUSES_US'));
      const findings = findingsOf(withRefused, context);
      assert.ok(codesOn(withRefused, idOf(replica)).includes('MULTI_SOURCE_REPLICA'));
      const limits = limitsOf(withRefused, findings).filter(({ on }) => on === idOf(replica));
      assert.ok(limits.some(({ act, code }) => act === 'promote' && code === 'MULTI_SOURCE_REPLICA'));
    }));
}

test('mysql: a source knows by the uuid who reads from it, whatever address it comes from', (t) =>
  inLab(t, async ({ folder, use }) => {
    const set = use(await startReplicationSet({ flavor: 'mysql', replicas: 1, folder, performanceSchema: 'on' }));
    const [replica] = set.replicas;
    assert.ok(replica);
    await letObserve(set.primary);
    await set.waitForCatchUp();
    const seen = await observeCaughtUp([set.primary, replica]);
    const [above, below] = seen.map(({ look }) => (look.state === 'answered' ? look : undefined));
    const threads = above?.portrait?.dumpThreads;
    assert.ok(threads?.ok);
    assert.deepEqual(
      threads.value.map(({ replicaUuid }) => replicaUuid),
      [below?.glance.serverUuid],
    );
    assert.equal(below?.glance.channels[0]?.sourceUuid, above?.glance.serverUuid);
    assert.ok(!graphOf(seen).nodes.some(({ state }) => state === 'heard-of'));
  }));
