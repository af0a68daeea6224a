import assert from 'node:assert/strict';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { deleteFreeze } from '../tasks/store/freezes.ts';
import { freeze } from './test-freeze.ts';
import type { TicketLab } from './testing.ts';
import { decide, open, scene } from './testing-scene.ts';

async function approved(lab: TicketLab, as: 'dba' | 'administrator', choice?: object): Promise<string> {
  const ticket = await open(lab);
  const body = { planHash: ticket.planHash, ...(choice ? { freeze: choice } : {}) };
  const answer = await decide(lab, as, ticket.id, 'approval', body);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body.subTickets[0].taskId;
}

const stateOf = async (lab: TicketLab, taskId: string) => (await lab.tasks.findTaskState(lab.db, taskId))?.state;

const saidOf = async (lab: TicketLab, taskId: string) => {
  const rows = lab.db.selectFrom('task_event').select('words').where('task_id', '=', taskId).where('type', '=', 'task');
  return (await rows.orderBy('seq').execute()).flatMap(({ words }) => (words === null ? [] : [words]));
};

scene(
  'what was approved before a change freeze and comes to its turn within it waits for its end, and says so',
  async (lab, clock) => {
    const taskId = await approved(lab, 'dba');
    const untilAt = await freeze(lab, clock);
    assert.equal(await lab.tasks.runner.drive(taskId), 'parked');
    assert.equal(await stateOf(lab, taskId), 'waiting');
    const [said = ''] = await saidOf(lab, taskId);
    assert.match(
      said,
      new RegExp(`begins after ${new Date(untilAt).toISOString().slice(0, 10)}.*Year end.*books close`),
    );
    assert.match(said, /封网期/);
    // Looked at again, it is not said again; made longer, it is.
    await lab.tasks.runner.drive(taskId);
    assert.equal((await saidOf(lab, taskId)).length, 1);
    const longer = await freeze(lab, clock, undefined, 3);
    clock.moveTo(untilAt + 1);
    await lab.tasks.runner.drive(taskId);
    assert.equal((await saidOf(lab, taskId)).length, 2);
    assert.deepEqual(lab.orchard.picked, []);
    clock.moveTo(longer);
    assert.equal(await lab.tasks.runner.drive(taskId), 'ended');
    assert.equal(await stateOf(lab, taskId), 'done');
    assert.deepEqual(lab.orchard.picked, ['elm']);
  },
);

scene('a freeze that is taken away lets it begin at once; one for other kinds never holds it', async (lab, clock) => {
  const taskId = await approved(lab, 'dba');
  const at = clock.now();
  await freeze(lab, clock);
  const row = await lab.db.selectFrom('change_freeze').select('id').executeTakeFirstOrThrow();
  await lab.tasks.runner.drive(taskId);
  assert.equal(await stateOf(lab, taskId), 'waiting');
  await inTransaction(lab.db, (tx) => deleteFreeze(tx, row.id));
  clock.moveTo(at + 60_000);
  await freeze(lab, clock, ['other.kind']);
  assert.equal(await lab.tasks.runner.drive(taskId), 'ended');
  assert.equal(await stateOf(lab, taskId), 'done');
});

scene(
  'an approval that carries an override begins within the freeze, and who is held back is in nobody’s way',
  async (lab, clock) => {
    // Both for the same tree: the one held back waited first, and holds nothing.
    const held = await approved(lab, 'dba');
    await freeze(lab, clock);
    await lab.tasks.runner.drive(held);
    const urgent = await approved(lab, 'administrator', { choice: 'override', reason: 'site is down' });
    const untilAt = await freeze(lab, clock, undefined, 2);
    assert.equal(await lab.tasks.runner.drive(urgent), 'ended');
    assert.equal(await stateOf(lab, urgent), 'done');
    assert.equal(await stateOf(lab, held), 'waiting');
    assert.deepEqual(await lab.db.selectFrom('task_wait').selectAll().execute(), []);
    clock.moveTo(untilAt);
    assert.equal(await lab.tasks.runner.drive(held), 'ended');
    assert.deepEqual(lab.orchard.picked, ['elm', 'elm']);
  },
);

scene('a process that died with the locks taken lets them go when the freeze holds it back', async (lab, clock) => {
  const taskId = await approved(lab, 'dba');
  await inTransaction(lab.db, (tx) =>
    tx
      .insertInto('resource_lock')
      .values({ resource: 'tree/elm', task_id: taskId, acquired_at: clock.now() })
      .execute(),
  );
  await freeze(lab, clock);
  await lab.tasks.runner.drive(taskId);
  assert.deepEqual(await lab.db.selectFrom('resource_lock').selectAll().execute(), []);
});
