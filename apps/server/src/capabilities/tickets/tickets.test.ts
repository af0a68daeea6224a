import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import type { Role, TaskState } from '@myriad/contract';
import type { Clock } from '../../platform/clock/clock.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { forEachStore } from '../../platform/database/testing.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { followTask } from './follow-task.ts';
import { createTicketLab, type TicketLab, testMigrations } from './testing.ts';

function countingClock(): Clock {
  let now = 1_800_000_000_000;
  return { now: () => now++ };
}

const scene = (name: string, body: (lab: TicketLab) => Promise<void>) =>
  forEachStore(
    name,
    async ({ db }) => {
      const lab = await createTicketLab(db, countingClock());
      try {
        await body(lab);
      } finally {
        await lab.outbox.stop();
        await lab.close();
      }
    },
    { migrations: testMigrations },
  );

const request = { kind: 'orchard.pick', form: { trees: ['elm'] }, reason: 'hungry' };

async function open(lab: TicketLab, as: Role = 'requester', trees: string[] = ['elm']) {
  const { status, body } = await lab.call(as, 'POST', '/api/tickets', { ...request, form: { trees } });
  assert.equal(status, 200, JSON.stringify(body));
  return body;
}

const decide = (lab: TicketLab, as: Role, id: string, act: string, body: object = {}) =>
  lab.call(as, 'POST', `/api/tickets/${id}/${act}`, body);

/** A task's end, told as the tasks slice tells it: in a transaction, by its id. */
const end = (lab: TicketLab, id: string, state: TaskState, errorCode?: string) =>
  inTransaction(lab.db, (tx) => followTask(lab.tickets.parts, tx, { id, state, errorCode }));

const refused = (answer: { status: number; body: { code: string } }, status: number, code: string) =>
  assert.deepEqual([answer.status, answer.body.code], [status, code], JSON.stringify(answer.body));

scene('every route asks who calls', async (lab) => {
  for (const [method, url] of [
    ['GET', '/api/ticket-kinds'],
    ['POST', '/api/tickets/preview'],
    ['POST', '/api/tickets'],
    ['GET', '/api/tickets'],
    ['GET', '/api/tickets/R-1'],
    ['POST', '/api/tickets/R-1/approval'],
    ['POST', '/api/tickets/R-1/rejection'],
    ['POST', '/api/tickets/R-1/withdrawal'],
    ['POST', '/api/tickets/R-1/plan'],
    ['GET', '/api/ticket-intake'],
    ['POST', '/api/ticket-intake/x/replay'],
  ] as const)
    refused(await lab.call('nobody', method, url, method === 'POST' ? {} : undefined), 401, 'NOT_SIGNED_IN');
});

scene('kinds are listed with their forms, those not open to me with the reason', async (lab) => {
  const { body } = await lab.call('requester', 'GET', '/api/ticket-kinds');
  const [pick, close] = body.items;
  assert.equal(pick.schema.properties.trees.title, 'Trees');
  assert.deepEqual(pick.schema.required, ['trees']);
  assert.equal(pick.open.allowed, true);
  assert.equal(close.open.because, 'TICKET_KIND_NOT_ALLOWED');
  assert.match(close.open.words.zh, /角色/);
  const answer = await lab.call('requester', 'POST', '/api/tickets', { kind: 'orchard.close', form: {} });
  refused(answer, 403, 'TICKET_KIND_NOT_ALLOWED');
});

scene('a preview shows the plan and keeps nothing', async (lab) => {
  const { status, body } = await lab.call('requester', 'POST', '/api/tickets/preview', {
    kind: 'orchard.pick',
    form: { trees: ['elm', 'ash'] },
  });
  assert.equal(status, 200);
  assert.deepEqual(
    body.subTickets.map((part: { title: { zh: string } }) => part.title.zh),
    ['采摘 elm', '采摘 ash'],
  );
  assert.equal(body.plan.steps[0].step, 'orchard.pick-pears');
  assert.match(body.planHash, /^[0-9a-f]{64}$/);
  for (const table of ['ticket', 'ticket_intake', 'task'] as const)
    assert.deepEqual(await lab.db.selectFrom(table).selectAll().execute(), [], table);
});

scene('a form is refused with all its faults at once, in both languages', async (lab) => {
  const bad = { kind: 'orchard.pick', form: { trees: ['x'], basket: 'big' } };
  for (const url of ['/api/tickets/preview', '/api/tickets']) {
    const answer = await lab.call('requester', 'POST', url, bad);
    refused(answer, 422, 'FORM_INVALID');
    assert.deepEqual(
      answer.body.faults.map((fault: { path: string }) => fault.path),
      ['trees.0', 'basket'],
    );
    for (const { words } of answer.body.faults) {
      assert.match(words.zh, /\p{Script=Han}/u);
      assert.doesNotMatch(words.en, /\p{Script=Han}/u);
    }
  }
  const unknown = await lab.call('requester', 'POST', '/api/tickets', { kind: 'orchard.dance', form: {} });
  refused(unknown, 404, 'TICKET_KIND_UNKNOWN');
  lab.orchard.ladders = 0;
  const facts = await lab.call('requester', 'POST', '/api/tickets/preview', request);
  assert.equal(facts.body.faults[0].words.zh, '没有梯子。');
});

scene('whatever is submitted is kept as it came, and a refused submission can be played again', async (lab) => {
  refused(await lab.call('requester', 'POST', '/api/tickets', { form: 7, extra: ['?'] }), 422, 'FORM_INVALID');
  lab.orchard.ladders = 0;
  refused(await lab.call('requester', 'POST', '/api/tickets', request), 422, 'FORM_INVALID');
  refused(await lab.call('requester', 'GET', '/api/ticket-intake'), 403, 'NOT_AN_APPROVER');
  const { body } = await lab.call('dba', 'GET', '/api/ticket-intake?outcome=refused');
  const [good, bad] = body.items;
  assert.deepEqual(JSON.parse(bad.body), { form: 7, extra: ['?'] });
  assert.equal(good.problem, 'FORM_INVALID');

  lab.orchard.ladders = 1;
  const replay = (as: Role, id: string) => lab.call(as, 'POST', `/api/ticket-intake/${id}/replay`, {});
  refused(await replay('requester', good.id), 403, 'NOT_AN_APPROVER');
  refused(await replay('dba', 'nothing'), 404, 'TICKET_INTAKE_NOT_FOUND');
  refused(await replay('dba', bad.id), 422, 'FORM_INVALID');
  const [first, second] = await Promise.all([replay('dba', good.id), replay('administrator', good.id)]);
  assert.equal(first.body.openedBy.name, 'requester');
  assert.equal(second.body.id, first.body.id, 'a submission becomes one ticket');
  assert.equal((await replay('dba', good.id)).body.id, first.body.id);
});

scene('numbers count up for each letter, and serve as ids', async (lab) => {
  const numbers = await Promise.all([open(lab), open(lab), open(lab)]);
  assert.deepEqual(numbers.map(({ number }) => number).sort(), ['R-1', 'R-2', 'R-3']);
  const shown = await lab.call('dba', 'GET', '/api/tickets/r-2');
  assert.equal(shown.body.number, 'R-2');
  assert.equal(shown.body.reason, 'hungry');
  refused(await lab.call('dba', 'GET', '/api/tickets/R-9'), 404, 'TICKET_NOT_FOUND');
});

scene('others see their own tickets only; approvers see all, page by page', async (lab) => {
  await open(lab, 'dba');
  await open(lab);
  refused(await lab.call('requester', 'GET', '/api/tickets/R-1'), 404, 'TICKET_NOT_FOUND');
  const own = await lab.call('requester', 'GET', '/api/tickets');
  assert.deepEqual(
    own.body.items.map((ticket: { number: string }) => ticket.number),
    ['R-2'],
  );
  const first = await lab.call('dba', 'GET', '/api/tickets?limit=1');
  const second = await lab.call('dba', 'GET', `/api/tickets?limit=1&cursor=${first.body.next}`);
  assert.deepEqual([first.body.items[0].number, second.body.items[0].number], ['R-2', 'R-1']);
  assert.equal(second.body.next, undefined);
  const mine = await lab.call('dba', 'GET', '/api/tickets?mine=true&state=waiting');
  assert.deepEqual(
    mine.body.items.map((ticket: { number: string }) => ticket.number),
    ['R-1'],
  );
  refused(await lab.call('dba', 'GET', '/api/tickets?state=asleep'), 400, 'INPUT_INVALID');
});

scene('approval runs exactly the plan shown, once', async (lab) => {
  const ticket = await open(lab, 'requester', ['elm', 'ash']);
  const verdict = { planHash: ticket.planHash, comment: 'go' };
  assert.equal(ticket.abilities.approve.because, 'NOT_AN_APPROVER');
  refused(await decide(lab, 'requester', ticket.id, 'approval', verdict), 403, 'NOT_AN_APPROVER');
  refused(await decide(lab, 'dba', ticket.id, 'approval', {}), 400, 'INPUT_INVALID');
  refused(await decide(lab, 'dba', 'R-9', 'approval', verdict), 404, 'TICKET_NOT_FOUND');
  refused(await decide(lab, 'dba', ticket.id, 'approval', { planHash: 'other' }), 409, 'PLAN_CHANGED');
  assert.deepEqual(await lab.db.selectFrom('task').selectAll().execute(), []);

  const both = await Promise.all([1, 2].map(() => decide(lab, 'dba', ticket.number, 'approval', verdict)));
  assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409]);
  const approved = both.find(({ status }) => status === 200)?.body;
  assert.equal(approved.state, 'approved');
  assert.equal(approved.planHash, undefined);
  assert.deepEqual(
    [approved.approvals.length, approved.approvals[0].comment, approved.approvals[0].ownTicket],
    [1, 'go', false],
  );
  const tasks = await lab.db.selectFrom('task').selectAll().execute();
  assert.deepEqual(
    tasks.map(({ id, plan_hash }) => [id, plan_hash]).sort(),
    ticket.subTickets
      .map((part: { plan: { hash: string } }, at: number) => [approved.subTickets[at].taskId, part.plan.hash])
      .sort(),
  );
  assert.equal(approved.abilities.approve.because, 'TICKET_NOT_WAITING');
});

scene('a plan whose facts moved is shown anew instead of being approved', async (lab) => {
  const ticket = await open(lab);
  lab.orchard.ladders = 2;
  refused(await decide(lab, 'dba', ticket.id, 'approval', { planHash: ticket.planHash }), 409, 'PLAN_CHANGED');
  assert.deepEqual(await lab.db.selectFrom('task').selectAll().execute(), []);
  const { body: now } = await lab.call('dba', 'GET', `/api/tickets/${ticket.id}`);
  assert.equal(now.subTickets[0].plan.steps.length, 2);
  assert.notEqual(now.planHash, ticket.planHash);
  assert.equal(now.history.at(-1).what, 'plan-changed');
  refused(await decide(lab, 'dba', ticket.id, 'approval', { planHash: ticket.planHash }), 409, 'PLAN_CHANGED');
  const approved = await decide(lab, 'dba', ticket.id, 'approval', { planHash: now.planHash });
  assert.equal(approved.body.state, 'approved');
});

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

scene('nobody approves an own ticket, but a sole administrator by the explicit setting', async (lab) => {
  const ticket = await open(lab, 'administrator');
  const verdict = { planHash: ticket.planHash };
  const approve = () => decide(lab, 'administrator', ticket.id, 'approval', verdict);
  refused(await approve(), 403, 'CANNOT_APPROVE_OWN_TICKET');
  await lab.call('administrator', 'PATCH', '/api/settings', { approveOwnTickets: true });
  refused(await approve(), 403, 'CANNOT_APPROVE_OWN_TICKET');
  const dba = lab.actorOf('dba').id;
  await inTransaction(lab.db, (tx) => tx.updateTable('user').set({ disabled: 1 }).where('id', '=', dba).execute());
  const { status, body } = await approve();
  assert.equal(status, 200);
  assert.deepEqual([body.approvals[0].ownTicket, body.approvals[0].by.name], [true, 'administrator']);
  assert.equal(
    body.history.some((line: { what: string }) => line.what === 'approved-own'),
    true,
  );
});

scene('a rejection says why and ends the ticket', async (lab) => {
  const ticket = await open(lab);
  refused(await decide(lab, 'dba', ticket.id, 'rejection', {}), 400, 'INPUT_INVALID');
  refused(await decide(lab, 'requester', ticket.id, 'rejection', { comment: 'no' }), 403, 'NOT_AN_APPROVER');
  const { body } = await decide(lab, 'dba', ticket.id, 'rejection', { comment: 'too early' });
  assert.deepEqual(
    [body.state, body.subTickets[0].state, body.approvals[0].comment, body.approvals[0].verdict],
    ['rejected', 'rejected', 'too early', 'rejected'],
  );
  refused(await decide(lab, 'dba', ticket.id, 'rejection', { comment: 'again' }), 409, 'TICKET_NOT_WAITING');
  const late = await decide(lab, 'dba', ticket.id, 'approval', { planHash: ticket.planHash });
  refused(late, 409, 'TICKET_NOT_WAITING');
});

scene('the opener withdraws while it waits', async (lab) => {
  const ticket = await open(lab);
  refused(await decide(lab, 'dba', ticket.id, 'withdrawal'), 403, 'NOT_YOUR_TICKET');
  const { body } = await decide(lab, 'requester', ticket.id, 'withdrawal');
  assert.equal(body.state, 'withdrawn');
  refused(await decide(lab, 'requester', ticket.id, 'withdrawal'), 409, 'TICKET_NOT_WAITING');
  const dbas = await open(lab, 'dba');
  refused(await decide(lab, 'requester', dbas.id, 'withdrawal'), 404, 'TICKET_NOT_FOUND');
});

scene('a waiting ticket is planned anew from its form', async (lab) => {
  const ticket = await open(lab);
  lab.orchard.ladders = 4;
  const { body } = await decide(lab, 'dba', ticket.id, 'plan');
  assert.equal(body.subTickets[0].plan.steps.length, 4);
  assert.equal(body.subTickets.length, 1);
  await decide(lab, 'dba', ticket.id, 'approval', { planHash: body.planHash });
  refused(await decide(lab, 'requester', ticket.id, 'plan'), 409, 'TICKET_NOT_WAITING');
  const dbas = await open(lab, 'dba');
  refused(await decide(lab, 'requester', dbas.id, 'plan'), 404, 'TICKET_NOT_FOUND');
});

scene('an audit row of each decision names the ticket', async (lab) => {
  const ticket = await open(lab);
  await decide(lab, 'dba', ticket.id, 'rejection', { comment: 'no' });
  const { body } = await lab.call('administrator', 'GET', '/api/audit?action=ticket.reject');
  assert.deepEqual(
    [body.items[0].actorName, body.items[0].resource, body.items[0].outcome],
    ['dba', `ticket/${ticket.id}`, 'allowed'],
  );
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
