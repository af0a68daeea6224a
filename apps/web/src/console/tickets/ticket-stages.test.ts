import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TicketState } from '@myriad/contract';
import { stagesOf } from './ticket-stages.ts';

const ticketIn = (state: TicketState) => ({
  state,
  openedAt: 1,
  openedBy: { id: 'u1', name: 'requester' },
  approvals: [],
});
const progressIn = (state: TicketState) => stagesOf(ticketIn(state)).map(({ progress }) => progress);

test('a waiting ticket stands at approval; a running one at execution; a done one has come all the way', () => {
  assert.deepEqual(progressIn('waiting'), ['past', 'now', 'ahead', 'ahead']);
  assert.deepEqual(progressIn('running'), ['past', 'past', 'now', 'ahead']);
  assert.deepEqual(progressIn('done'), ['past', 'past', 'past', 'past']);
});

test('a ticket that ended early says at which stage', () => {
  assert.deepEqual(progressIn('rejected'), ['past', 'failed', 'ahead', 'ahead']);
  assert.deepEqual(progressIn('failed'), ['past', 'past', 'failed', 'ahead']);
});
