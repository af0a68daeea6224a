import assert from 'node:assert/strict';
import type { Role } from '@myriad/contract';
import { open, refused, request, scene } from './testing-scene.ts';

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
