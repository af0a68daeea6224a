import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TaskEvent } from '@myriad/contract';
import { addEvents, emptyLog } from './task-log.ts';

const line = (seq: number): TaskEvent => ({ seq, at: seq * 1000, type: 'log', words: { en: `${seq}`, zh: `${seq}` } });
const bytes = (seq: number, done: number): TaskEvent => ({
  seq,
  at: seq * 1000,
  type: 'progress',
  stepId: 'ship',
  progress: { done, total: 100, unit: 'bytes' },
});

test('an event repeated after a reconnect appears once, and none is lost', () => {
  const log = addEvents(addEvents(emptyLog, [line(1), line(2)]), [line(2), line(3), line(1)]);
  assert.deepEqual(
    log.lines.map(({ seq }) => seq),
    [1, 2, 3],
  );
});

test('progress is not a line: the newest is kept for its step, with the looks a rate needs', () => {
  const log = addEvents(emptyLog, [bytes(1, 10), line(2), bytes(4, 70)]);
  assert.equal(log.lines.length, 1);
  assert.equal(log.progress.get('ship')?.done, 70);
  assert.deepEqual(log.looks.get('ship')?.length, 2);
});

test('a very long log lets its oldest lines go', () => {
  const log = addEvents(
    emptyLog,
    Array.from({ length: 6_000 }, (_, at) => line(at + 1)),
  );
  assert.equal(log.lines.length, 5_000);
  assert.equal(log.lines[0]?.seq, 1_001);
});
