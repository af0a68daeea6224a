import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { comparedElsewhere, type Listed, lists } from './lists.ts';
import { modelOf } from './model.ts';
import { openWorld, type World } from './world.ts';

const seed = Number(process.env.MYRIAD_TEST_SEED ?? '') || 20261122;
const rounds = 3;

describe(`lists, single reads and the model agree (seed ${seed})`, () => {
  let folder: string;
  let world: World;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'myriad-scopes-'));
    world = await openWorld(folder, seed);
  });
  after(async () => {
    await world.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('every endpoint that lists several things is one this test knows how to ask', () => {
    const known = new Set([...Object.keys(lists), ...comparedElsewhere]);
    const unknown = world.endpoints.filter(
      ({ id, scope, method }) => scope === 'within' && method === 'GET' && !known.has(id),
    );
    assert.deepEqual(
      unknown.map(({ id }) => id),
      [],
      'say in apps/server/src/scopes/lists.ts what each of these lists, so that it is compared',
    );
  });

  for (let round = 0; round < rounds; round++)
    test(`for random grants, round ${round + 1}`, async () => {
      for (const person of world.people) {
        const rights = await world.grantAtRandom(person);
        const model = modelOf(world.fleet, person.id, rights);
        for (const [id, list] of Object.entries(lists) as [string, Listed][]) {
          const shown = await list.shown({ person, world });
          const wanted = list.wanted(model, world.fleet);
          const told = `${id} for ${person.name} with ${JSON.stringify(rights)}`;
          assert.deepEqual([...shown].sort(), [...wanted].sort(), told);
          if (!list.single) continue;
          for (const thing of list.all(world.fleet)) {
            const { status } = await person.get(list.single(thing));
            assert.equal(status, wanted.includes(thing) ? 200 : 404, `${list.single(thing)}, ${told}`);
          }
        }
      }
    });

  test('what is done to a cluster, and to a host that several share, is judged on it', async () => {
    for (const person of world.people) {
      const rights = await world.grantAtRandom(person);
      const model = modelOf(world.fleet, person.id, rights);
      for (const { id } of world.fleet.clusters) {
        const roles = model.rolesOnCluster(id);
        const wanted = roles.size === 0 ? 404 : roles.has('dba') ? 200 : 403;
        const answer = await person.send('PUT', `/api/clusters/${id}/maintenance`, { maintenance: null });
        assert.equal(answer.status, wanted, `${id} with ${JSON.stringify(rights)}`);
      }
    }
  });

  test('who decides about a ticket is judged on all that it is about; nobody approves their own', async () => {
    for (const person of world.people) {
      const rights = await world.grantAtRandom(person);
      const model = modelOf(world.fleet, person.id, rights);
      for (const work of world.fleet.tickets.filter(model.work)) {
        const { abilities } = (await person.get(`/api/tickets/${work.id}`)).body;
        const told = `${JSON.stringify(work)} with ${JSON.stringify(rights)}`;
        assert.equal(abilities.reject.allowed, model.operatesAll(work), told);
        assert.equal(abilities.approve.allowed, model.operatesAll(work) && work.openedBy !== person.id, told);
      }
    }
  });

  test('a form names only what its sender sees: anything else is as if it were not there', async () => {
    const [person] = world.people;
    const [mine, other] = world.fleet.clusters;
    assert(person && mine && other);
    await world.setRights(person, [{ role: 'requester', kind: 'cluster', id: mine.id }]);
    const ask = (clusterId: string) =>
      person.send('POST', '/api/tickets/preview', { kind: 'service.stop', form: { clusterId } });
    const strange = '01890000-0000-7000-8000-000000000000';
    const [seen, hidden, none] = [await ask(mine.id), await ask(other.id), await ask(strange)];
    assert.notEqual(seen.body.code, 'CLUSTER_NOT_FOUND', 'what is seen may be asked about');
    assert.equal(hidden.body.code, 'CLUSTER_NOT_FOUND');
    const plain = ({ body }: { body: object }, id: string) =>
      JSON.stringify({ ...body, requestId: '' }).replaceAll(id, 'ID');
    assert.equal(plain(hidden, other.id), plain(none, strange));
    const elsewhere = { name: 'new-one', environment: 'production', flavor: 'mysql', topology: 'single' };
    const refused = await person.send('POST', '/api/tickets', { kind: 'resource.new-cluster', form: elsewhere });
    assert.ok(['RIGHT_ON_SCOPE_NEEDED', 'FORM_INVALID'].includes(refused.body.code), JSON.stringify(refused.body));
  });

  test('what is hidden answers word for word as what does not exist', async () => {
    const [person] = world.people;
    assert(person);
    await world.setRights(person, []);
    const strange = '01890000-0000-7000-8000-000000000000';
    for (const list of Object.values(lists) as Listed[]) {
      if (!list.single) continue;
      const hidden: string | undefined = list.all(world.fleet).find((id) => !list.own?.(id, person.id, world.fleet));
      if (hidden === undefined) continue;
      const one: { readonly body: unknown } = await person.get(list.single(hidden));
      const none: { readonly body: unknown } = await person.get(list.single(strange));
      const plain = (body: unknown, id: string) =>
        JSON.stringify({ ...(body as object), requestId: '' }).replaceAll(id, 'ID');
      assert.equal(plain(one.body, hidden), plain(none.body, strange));
    }
  });

  test('an open event stream ends with the right it stood on, before it tells anything more', async () => {
    const [person] = world.people;
    const [cluster] = world.fleet.clusters;
    assert(person && cluster);
    await world.setRights(person, [{ role: 'requester', kind: 'cluster', id: cluster.id }]);
    const { body: head } = await world.administrator.get('/api/changes/feed?after=latest');
    const [sequence] = String(head.cursor).split('.');
    const stream = await person.listen(`/api/changes/stream?after=${sequence}`);
    const change = (specification: string | null) =>
      world.administrator.send('PATCH', `/api/inventory/cluster/${cluster.id}/labels`, {
        labels: { s: specification },
      });
    await world.setRights(person, []);
    assert.equal((await change('after the right was revoked')).status, 200);
    const told = await stream.untilEnd();
    assert.doesNotMatch(told, /after the right was revoked/);
  });

  test('a token sees no more than its owner, from the very next call after a right is revoked', async () => {
    const [person] = world.people;
    const [cluster] = world.fleet.clusters;
    assert(person && cluster);
    await world.setRights(person, [{ role: 'dba', kind: 'cluster', id: cluster.id }]);
    assert.equal((await person.get(`/api/clusters/${cluster.id}`)).status, 200);
    await world.setRights(person, []);
    assert.equal((await person.get(`/api/clusters/${cluster.id}`)).status, 404);
  });
});
