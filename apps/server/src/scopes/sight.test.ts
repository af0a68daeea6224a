import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { rolesTowards } from '../capabilities/auth/index.ts';
import { allSubjectsSeen, nameThings, selectSeenIds, sightOf, speaksOfSeen } from '../capabilities/metadata/index.ts';
import { listTaskRows } from '../capabilities/tasks/store/list-tasks.ts';
import { listTickets, ownTicketIds } from '../capabilities/tickets/store/tickets.ts';
import { migrations } from '../migrations.ts';
import { forEachStore } from '../platform/database/testing.ts';
import type { HeldRight } from '../platform/policy/decision.ts';
import { scopedThings } from '../scoped-things.ts';
import { modelOf } from './model.ts';
import { type Fleet, plantFleet, type Random, randomFrom } from './random-fleet.ts';

const me = 'me';

function rightsAtRandom(fleet: Fleet, random: Random): HeldRight[] {
  return Array.from({ length: random.below(4) }, (): HeldRight => {
    const role = random.pick(['dba', 'requester'] as const);
    const kind = random.pick(['application', 'environment', 'cluster'] as const);
    if (kind === 'environment') return { role, kind, id: random.pick(fleet.environments) };
    return { role, kind, id: random.pick(kind === 'cluster' ? fleet.clusters : fleet.applications).id };
  });
}

forEachStore(
  'what SQL finds seen, what the judgement about each thing says, and the model are one',
  async ({ db }) => {
    const random = randomFrom(7);
    const fleet = await plantFleet(db, random, [me, 'other']);
    for (let round = 0; round < 12; round++) {
      const rights = rightsAtRandom(fleet, random);
      const actor = { roles: [], rights };
      const model = modelOf(fleet, me, rights);
      const judged = async (name: string, id: string) => {
        const thing = scopedThings[name];
        const standing = await thing?.stands(db, id);
        return standing !== undefined && rolesTowards({ id: me, rights }, standing, thing?.shownTo) !== undefined;
      };
      const agree = async (
        name: string,
        all: readonly string[],
        found: readonly string[],
        said: (id: string) => boolean,
      ) => {
        for (const id of all) {
          const told = `${name} ${id}, round ${round} with ${JSON.stringify(rights)}`;
          assert.equal(found.includes(id), said(id), `SQL about ${told}`);
          assert.equal(await judged(name, id), said(id), `judgement about ${told}`);
        }
      };
      for (const [name, of] of [
        ['host', 'hosts'],
        ['instance', 'instances'],
        ['cluster', 'clusters'],
        ['application', 'applications'],
      ] as const) {
        const all = fleet[of].map(({ id }) => id);
        await agree(name, all, await selectSeenIds(db, actor, name, all), model[name]);
      }
      const sight = sightOf(actor, ['dba', 'administrator']);
      const tasks = await listTaskRows(db, { seenBy: { sight, own: ownTicketIds(me) } }, undefined, 100);
      const tickets = await listTickets(db, { seenBy: { personId: me, sight }, limit: 100 });
      for (const [name, works, found] of [
        ['task', fleet.tasks, tasks],
        ['ticket', fleet.tickets, tickets],
      ] as const) {
        const byId = new Map(works.map((work) => [work.id, work]));
        const said = (id: string) => {
          const work = byId.get(id);
          return work !== undefined && model.work(work);
        };
        await agree(
          name,
          [...byId.keys()],
          found.map(({ id }) => id),
          said,
        );
      }
    }
  },
  { migrations },
);

forEachStore(
  'what lies in somebody’s sight is the same whether it is named, looked up row by row or gathered first',
  async ({ db }) => {
    const random = randomFrom(11);
    const fleet = await plantFleet(db, random, [me, 'other']);
    let named = 0;
    for (let round = 0; round < 12; round++) {
      const rights = rightsAtRandom(fleet, random);
      const model = modelOf(fleet, me, rights);
      const plain = sightOf({ roles: [], rights });
      const things = await nameThings(db, plain);
      if (plain === 'everything' || things === 'everything') continue;
      if (things.things) named += 1;
      const told = `round ${round} with ${JSON.stringify(rights)}`;
      const [entity, id] = [sql.ref('finding.entity'), sql.ref('finding.entity_id')];
      for (const [sight, reads] of [
        [plain, 'page'],
        [plain, 'all'],
        [things, 'page'],
      ] as const) {
        const rows = await db
          .selectFrom('finding')
          .select('id')
          .where(speaksOfSeen(sight, entity, id, reads))
          .execute();
        const wanted = fleet.findings.map((each) => each.id).filter(model.finding);
        assert.deepEqual(rows.map((row) => row.id).sort(), wanted.sort(), `findings, ${reads}, ${told}`);
      }
      const works = sightOf({ roles: [], rights }, ['dba']);
      for (const sight of [works, await nameThings(db, works)]) {
        if (sight === 'everything') continue;
        const of = { table: 'task_subject', owner: 'task_id', ref: 'task.id' };
        const rows = await db.selectFrom('task').select('id').where(allSubjectsSeen(sight, of)).execute();
        const wanted = fleet.tasks.filter(model.operatesAll).map((each) => each.id);
        assert.deepEqual(rows.map((row) => row.id).sort(), wanted.sort(), `tasks, ${told}`);
      }
    }
    assert.ok(named > 0);
    // A right on what holds nothing shows nothing: an empty list of ids must not pass for an unknown one.
    const empty = await nameThings(db, { applications: ['of nothing'], environments: [], clusters: [] });
    assert.ok(empty !== 'everything' && empty.things);
    const seen = allSubjectsSeen(empty, { table: 'task_subject', owner: 'task_id', ref: 'task.id' });
    assert.deepEqual(await db.selectFrom('task').select('id').where(seen).execute(), []);
  },
  { migrations },
);

forEachStore(
  'work on a cluster to come that is of no application is not seen by those of another place',
  async ({ db }) => {
    const fleet = await plantFleet(db, randomFrom(5), [me, 'other']);
    const [task] = fleet.tasks;
    const [application] = fleet.applications;
    assert.ok(task && application);
    const subject = {
      entity: 'cluster',
      entity_id: 'to-come',
      application_id: null,
      environment: 'production',
    } as const;
    await db.deleteFrom('task_subject').where('task_id', '=', task.id).execute();
    await db
      .insertInto('task_subject')
      .values({ task_id: task.id, ...subject })
      .execute();
    const of = { table: 'task_subject', owner: 'task_id', ref: 'task.id' };
    const isSeen = async (applications: readonly string[], environments: readonly string[]) => {
      const seen = allSubjectsSeen({ applications, environments, clusters: [] }, of);
      const rows = await db.selectFrom('task').select('id').where(seen).where('id', '=', task.id).execute();
      return rows.length === 1;
    };
    assert.equal(await isSeen([application.id], []), false);
    assert.equal(await isSeen([application.id], ['staging']), false);
    assert.equal(await isSeen([application.id], ['production']), true);
  },
  { migrations },
);
