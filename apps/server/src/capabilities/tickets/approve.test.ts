import assert from 'node:assert/strict';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { decide, open, refused, scene } from './testing-scene.ts';

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
