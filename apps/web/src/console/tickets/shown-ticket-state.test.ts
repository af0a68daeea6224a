import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shownTicketState } from './shown-ticket-state.ts';

test('a running ticket reads as paused as soon as one of its tasks waits for a person', () => {
  const running = { state: 'running', taskState: 'running' } as const;
  const paused = { state: 'running', taskState: 'paused' } as const;
  assert.equal(shownTicketState({ state: 'running', subTickets: [running] }), 'running');
  assert.equal(shownTicketState({ state: 'running', subTickets: [running, paused] }), 'paused');
  assert.equal(shownTicketState({ state: 'cancelled', subTickets: [paused] }), 'cancelled');
});
