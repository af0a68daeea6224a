import assert from 'node:assert/strict';
import { freeze } from './test-freeze.ts';
import type { TicketLab } from './testing.ts';
import { decide, end, open, refused, scene } from './testing-scene.ts';

const tasksOf = async (lab: TicketLab) =>
  (await lab.db.selectFrom('task').select(['ticket_id', 'created_by']).execute()).map((row) => row.ticket_id);

const approve = (
  lab: TicketLab,
  as: 'dba' | 'administrator',
  ticket: { id: string; planHash: string },
  choice?: object,
) => decide(lab, as, ticket.id, 'approval', { planHash: ticket.planHash, ...(choice ? { freeze: choice } : {}) });

const events = (body: { history: { what: string }[] }) => body.history.map(({ what }) => what);

scene('a ticket says that a change freeze is in force, and is not approved without a choice', async (lab, clock) => {
  const untilAt = await freeze(lab, clock);
  const ticket = await open(lab);
  assert.deepEqual(
    [ticket.freeze.name, ticket.freeze.reason, ticket.freeze.untilAt],
    ['Year end', 'books close', untilAt],
  );
  const { body: seen } = await lab.call('dba', 'GET', `/api/tickets/${ticket.id}`);
  assert.deepEqual(
    [seen.abilities.approve.allowed, seen.abilities.overrideFreeze.because],
    [true, 'FREEZE_OVERRIDE_NOT_ALLOWED'],
  );
  const { body: asAdministrator } = await lab.call('administrator', 'GET', `/api/tickets/${ticket.id}`);
  assert.equal(asAdministrator.abilities.overrideFreeze.allowed, true);
  const answer = await approve(lab, 'dba', ticket);
  refused(answer, 409, 'CHANGE_FREEZE_IN_FORCE');
  const until = new Date(untilAt).toISOString().slice(0, 16).replace('T', ' ');
  assert.match(answer.body.words.en, new RegExp(`until ${until} UTC: Year end \\(books close\\)`));
  assert.match(answer.body.words.zh, new RegExp(`封网期，至 ${until} UTC`));
  refused(await approve(lab, 'dba', ticket, { choice: 'override' }), 400, 'INPUT_INVALID');
  refused(await approve(lab, 'dba', ticket, { choice: 'override', reason: 'now' }), 403, 'FREEZE_OVERRIDE_NOT_ALLOWED');
  assert.deepEqual(await tasksOf(lab), []);
});

scene('outside of a change freeze, or of its scope, nothing is asked', async (lab, clock) => {
  await freeze(lab, clock, ['other.kind']);
  const ticket = await open(lab);
  assert.deepEqual([ticket.freeze, ticket.abilities.overrideFreeze], [undefined, undefined]);
  const { status, body } = await approve(lab, 'dba', ticket, { choice: 'override', reason: 'not needed' });
  assert.deepEqual([status, body.state, body.approvals[0].freezeOverride], [200, 'approved', undefined]);
  assert.deepEqual(await tasksOf(lab), [ticket.id]);
  await freeze(lab, clock, ['orchard.pick']);
  assert.equal((await open(lab)).freeze.name, 'Year end');
});

scene('what is approved for after the freeze begins when nothing holds it back any more', async (lab, clock) => {
  const untilAt = await freeze(lab, clock);
  const ticket = await open(lab, 'requester', ['elm', 'ash']);
  const { status, body } = await approve(lab, 'dba', ticket, { choice: 'wait' });
  assert.deepEqual([status, body.state, body.freeze], [200, 'approved', undefined]);
  assert.deepEqual(
    body.subTickets.map((part: { heldUntil: number; taskId?: string }) => [part.heldUntil, part.taskId]),
    [
      [untilAt, undefined],
      [untilAt, undefined],
    ],
  );
  assert.deepEqual(events(body), ['opened', 'approved', 'approved-waits']);
  await lab.tickets.reconcile();
  await lab.tickets.release();
  const longer = await freeze(lab, clock, undefined, 3);
  clock.moveTo(untilAt);
  await lab.tickets.release();
  assert.deepEqual(await tasksOf(lab), [], 'a freeze made longer goes on holding');
  const { body: held } = await lab.call('requester', 'GET', `/api/tickets/${ticket.id}`);
  assert.equal(held.subTickets[0].heldUntil, longer);
  clock.moveTo(longer - 100);
  await lab.tickets.release();
  assert.deepEqual(await tasksOf(lab), []);
  clock.moveTo(longer);
  await Promise.all([lab.tickets.release(), lab.tickets.release()]);
  await lab.tickets.release();
  assert.deepEqual(await tasksOf(lab), [ticket.id, ticket.id], 'once each');
  const { body: now } = await lab.call('requester', 'GET', `/api/tickets/${ticket.id}`);
  assert.deepEqual(events(now), ['opened', 'approved', 'approved-waits', 'freeze-over']);
  assert.equal(now.subTickets[0].heldUntil, undefined);
  for (const part of now.subTickets) await end(lab, part.taskId, 'done');
  assert.equal((await lab.call('requester', 'GET', `/api/tickets/${ticket.id}`)).body.state, 'done');
});

scene('an administrator overrides a change freeze with a reason, which stays on record', async (lab, clock) => {
  await freeze(lab, clock);
  const ticket = await open(lab);
  const { status, body } = await approve(lab, 'administrator', ticket, { choice: 'override', reason: 'site is down' });
  assert.deepEqual([status, body.state], [200, 'approved']);
  assert.deepEqual(body.approvals[0].freezeOverride, { freeze: 'Year end', reason: 'site is down' });
  assert.deepEqual(events(body), ['opened', 'approved', 'approved-in-freeze']);
  assert.deepEqual(await tasksOf(lab), [ticket.id]);
});

scene('what waits for the end of a freeze can be withdrawn or rejected, and then never begins', async (lab, clock) => {
  const untilAt = await freeze(lab, clock);
  const [mine, theirs] = [await open(lab), await open(lab)];
  for (const ticket of [mine, theirs]) await approve(lab, 'dba', ticket, { choice: 'wait' });
  const { body: seen } = await lab.call('requester', 'GET', `/api/tickets/${mine.id}`);
  assert.equal(seen.abilities.withdraw.allowed, true);
  assert.equal((await decide(lab, 'requester', mine.id, 'withdrawal')).body.state, 'withdrawn');
  assert.equal((await decide(lab, 'dba', theirs.id, 'rejection', { comment: 'no' })).body.state, 'rejected');
  clock.moveTo(untilAt);
  await lab.tickets.release();
  assert.deepEqual(await tasksOf(lab), []);
});

scene('a look every few seconds lets held tickets begin', async (lab, clock) => {
  const untilAt = await freeze(lab, clock);
  const ticket = await open(lab);
  await approve(lab, 'dba', ticket, { choice: 'wait' });
  clock.moveTo(untilAt);
  lab.tickets.start();
  const deadline = Date.now() + 20_000;
  while ((await tasksOf(lab)).length === 0 && Date.now() < deadline) await new Promise((done) => setTimeout(done, 50));
  await lab.tickets.stop();
  assert.deepEqual(await tasksOf(lab), [ticket.id]);
});
