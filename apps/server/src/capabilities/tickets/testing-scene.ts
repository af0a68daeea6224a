import assert from 'node:assert/strict';
import type { Role, TaskState } from '@myriad/contract';
import type { Clock } from '../../platform/clock/clock.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { forEachStore } from '../../platform/database/testing.ts';
import { followTask } from './follow-task.ts';
import { createTicketLab, type TicketLab, testMigrations } from './testing.ts';

/** Each look is a millisecond later; a test moves it on. */
export interface HeldClock extends Clock {
  moveTo(at: number): void;
}

function countingClock(): HeldClock {
  let now = 1_800_000_000_000;
  return {
    now: () => now++,
    moveTo: (at) => {
      now = at;
    },
  };
}

/** A test of tickets on each store, with a lab and a clock of its own. */
export const scene = (name: string, body: (lab: TicketLab, clock: HeldClock) => Promise<void>) =>
  forEachStore(
    name,
    async ({ db }) => {
      const clock = countingClock();
      const lab = await createTicketLab(db, clock);
      try {
        await body(lab, clock);
      } finally {
        await lab.outbox.stop();
        await lab.close();
      }
    },
    { migrations: testMigrations },
  );

export const request = { kind: 'orchard.pick', form: { trees: ['elm'] }, reason: 'hungry' };

export async function open(lab: TicketLab, as: Role = 'requester', trees: string[] = ['elm']) {
  const { status, body } = await lab.call(as, 'POST', '/api/tickets', { ...request, form: { trees } });
  assert.equal(status, 200, JSON.stringify(body));
  return body;
}

export const decide = (lab: TicketLab, as: Role, id: string, act: string, body: object = {}) =>
  lab.call(as, 'POST', `/api/tickets/${id}/${act}`, body);

/** A task's end, told as the tasks slice tells it: in a transaction, by its id. */
export const end = (lab: TicketLab, id: string, state: TaskState, errorCode?: string) =>
  inTransaction(lab.db, (tx) => followTask(lab.tickets.parts, tx, { id, state, errorCode }));

export const refused = (answer: { status: number; body: { code: string } }, status: number, code: string) =>
  assert.deepEqual([answer.status, answer.body.code], [status, code], JSON.stringify(answer.body));
