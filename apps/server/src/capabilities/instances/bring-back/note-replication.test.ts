import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whatRan } from './note-replication.ts';
import { foundForUndo, standsStill } from './put-back-replication.ts';

const wrong = { host: '10.0.0.9', port: 3306 };
const running = { source: wrong, receiver: 'running', applier: 'running' } as const;
const stopped = { source: wrong, receiver: 'stopped', applier: 'stopped' } as const;

test('what an earlier try of ours stopped is put back as it was noted, thread by thread', () => {
  assert.deepEqual(whatRan(stopped, running), running, 'a crash right after the stop');
  assert.deepEqual(whatRan({ ...running, receiver: 'stopped' }, running), running, 'a stop that timed out half way');
  assert.deepEqual(whatRan(stopped, { ...running, receiver: 'connecting' })?.receiver, 'connecting');
  assert.deepEqual(whatRan(stopped, stopped), stopped, 'it stood before');
});

test('what runs now goes before the note, and a note about another source counts for nothing', () => {
  assert.deepEqual(whatRan(running, stopped), running, 'somebody started it since');
  assert.deepEqual(whatRan(stopped, undefined), stopped);
  assert.deepEqual(whatRan(undefined, running), undefined, 'no channel is left to start');
  for (const source of [
    { ...wrong, host: '10.0.0.1' },
    { ...wrong, port: 3307 },
  ])
    assert.deepEqual(whatRan({ ...stopped, source }, running), { ...stopped, source });
});

test('replication stands still where a thread that ran does not', () => {
  assert.equal(standsStill(running, running), false);
  assert.equal(standsStill(running, { ...running, receiver: 'connecting' }), false, 'its source is asked again');
  assert.equal(standsStill(running, { ...running, receiver: 'stopped' }), true);
  assert.equal(standsStill(running, { ...running, applier: 'stopped' }), true);
  assert.equal(standsStill(running, undefined), true);
  assert.equal(standsStill(stopped, stopped), false);
  assert.equal(standsStill(stopped, undefined), false);
});

test('undoing starts what stands where it was, and never calls undone what stands elsewhere', () => {
  const elsewhere = { host: '10.0.0.1', port: 3306 };
  assert.equal(foundForUndo(running, running), 'runs');
  assert.equal(foundForUndo({ ...running, source: elsewhere }, running), 'runs', 'it follows whom the record names');
  assert.equal(foundForUndo(stopped, stopped), 'runs', 'it stood before');
  assert.deepEqual(foundForUndo(stopped, running), running);
  assert.equal(foundForUndo({ ...stopped, source: elsewhere }, running), 'pointed-elsewhere');
  assert.equal(foundForUndo(undefined, running), 'pointed-elsewhere', 'its channel was being made again');
});
