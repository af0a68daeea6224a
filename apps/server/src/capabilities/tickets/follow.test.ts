import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { decide, end, open, scene } from './testing-scene.ts';

scene('a task that finds its plan changed sends the ticket back to wait for the new one', async (lab) => {
  const ticket = await open(lab, 'requester', ['elm', 'ash']);
  const { body } = await decide(lab, 'dba', ticket.id, 'approval', { planHash: ticket.planHash });
  const [elm, ash] = body.subTickets;
  await end(lab, ash.taskId, 'done');
  lab.orchard.ladders = 3;
  await end(lab, elm.taskId, 'failed', 'PLAN_CHANGED');
  await end(lab, elm.taskId, 'failed', 'PLAN_CHANGED');
  const { body: now } = await lab.call('requester', 'GET', `/api/tickets/${ticket.id}`);
  assert.equal(now.state, 'waiting');
  assert.equal(now.subTickets[0].plan.steps.length, 3);
  assert.equal(now.planHash, now.subTickets[0].plan.hash, 'the part that is done is not approved again');
  assert.equal(now.history.filter((line: { what: string }) => line.what === 'plan-changed').length, 1);
  const again = await decide(lab, 'dba', ticket.id, 'approval', { planHash: now.planHash });
  assert.deepEqual(
    again.body.subTickets.map((part: { state: string }) => part.state),
    ['approved', 'done'],
  );
  assert.notEqual(again.body.subTickets[0].taskId, elm.taskId);
});

scene('a ticket that cannot be planned anew stays readable, and a fault of ours is on record', async (lab) => {
  const ticket = await open(lab);
  const { body } = await decide(lab, 'dba', ticket.id, 'approval', { planHash: ticket.planHash });
  await end(lab, body.subTickets[0].taskId, 'failed', 'PLAN_CHANGED');
  const look = async () => {
    const { status, body: shown } = await lab.call('requester', 'GET', `/api/tickets/${ticket.id}`);
    return [status, shown.planHash, shown.subTickets[0].plan];
  };
  const faults = () => lab.logged.filter((line) => line.includes('not planned anew'));
  lab.orchard.fog = new ProblemError('FORM_INVALID');
  assert.deepEqual(await look(), [200, undefined, undefined]);
  assert.deepEqual(faults(), [], 'an answer of ours, told to whoever approves');
  lab.orchard.fog = new TypeError('ladders is not iterable');
  assert.deepEqual(await look(), [200, undefined, undefined]);
  assert.match(faults().join(), new RegExp(`"level":"error".*"ticketId":"${ticket.id}".*ladders is not iterable`));
});

scene('the ends of the tasks add up, in whatever order and however often they are told', async (lab) => {
  const ticket = await open(lab, 'requester', ['elm', 'ash', 'oak']);
  const { body } = await decide(lab, 'dba', ticket.id, 'approval', { planHash: ticket.planHash });
  const [elm, ash, oak] = body.subTickets.map((part: { taskId: string }) => part.taskId);
  const state = async () => (await lab.call('dba', 'GET', `/api/tickets/${ticket.id}`)).body;
  await end(lab, oak, 'running');
  assert.equal((await state()).state, 'running');
  await Promise.all([end(lab, oak, 'done'), end(lab, elm, 'undone'), end(lab, oak, 'done')]);
  assert.equal((await state()).closedAt, undefined);
  await end(lab, ash, 'done');
  await end(lab, ash, 'failed');
  await end(lab, 'somebody else’s', 'done');
  const closed = await state();
  assert.equal(closed.state, 'cancelled');
  assert.ok(closed.closedAt > closed.openedAt);
  assert.deepEqual(
    closed.subTickets.map((part: { state: string }) => part.state),
    ['cancelled', 'done', 'done'],
  );
  assert.equal(closed.history.filter((line: { what: string }) => line.what === 'closed').length, 1);
});

scene('from a request to a closed ticket on the real runner', async (lab) => {
  lab.outbox.start(lab.tasks.outboxHandlers);
  await lab.tasks.start();
  try {
    const ticket = await open(lab, 'requester', ['elm', 'ash']);
    await decide(lab, 'dba', ticket.id, 'approval', { planHash: ticket.planHash });
    const deadline = Date.now() + 20_000;
    let now = ticket;
    while (now.closedAt === undefined && Date.now() < deadline) {
      await wait(20);
      now = (await lab.call('requester', 'GET', `/api/tickets/${ticket.id}`)).body;
    }
    assert.equal(now.state, 'done');
    const own = await lab.call('requester', 'GET', `/api/tasks/${now.subTickets[0].taskId}`);
    assert.deepEqual([own.status, own.body.state], [200, 'done'], 'whoever asked may watch');
    assert.deepEqual([...lab.orchard.picked].sort(), ['ash', 'elm']);
  } finally {
    await lab.tasks.stop();
  }
});

scene('at start every open ticket is brought in line with its tasks', async (lab) => {
  const ticket = await open(lab);
  const { body } = await decide(lab, 'dba', ticket.id, 'approval', { planHash: ticket.planHash });
  const { taskId } = body.subTickets[0];
  await inTransaction(lab.db, (tx) => tx.updateTable('task').set({ state: 'done' }).where('id', '=', taskId).execute());
  await lab.tickets.reconcile();
  await lab.tickets.reconcile();
  const { body: now } = await lab.call('requester', 'GET', `/api/tickets/${ticket.id}`);
  assert.equal(now.state, 'done');
});

scene('the list says which tickets have stopped half way and wait for a person', async (lab) => {
  const ticket = await open(lab, 'requester', ['elm', 'ash']);
  const { body } = await decide(lab, 'dba', ticket.id, 'approval', { planHash: ticket.planHash });
  const [elm, ash] = body.subTickets.map((part: { taskId: string }) => part.taskId);
  await end(lab, elm, 'running');
  const seen = async () => (await lab.call('requester', 'GET', '/api/tickets?state=running')).body.items[0].paused;
  const stand = (state: string) =>
    inTransaction(lab.db, (tx) => tx.updateTable('task').set({ state }).where('id', '=', ash).execute());
  const stopped = async () =>
    (await lab.call('requester', 'GET', '/api/tickets?paused=true')).body.items.map(({ id }: { id: string }) => id);
  assert.deepEqual([await seen(), await stopped()], [undefined, []]);
  await open(lab);
  await stand('paused');
  assert.equal(await seen(), true);
  assert.deepEqual(await stopped(), [ticket.id], 'only those that stopped, whatever else there is');
  await stand('running');
  assert.equal(await seen(), undefined);
});
