import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LockWait } from './live.ts';
import { lockTree } from './lock-tree.ts';
import type { MetadataLock } from './metadata-conflict.ts';
import { metadataWaits } from './metadata-waits.ts';
import { untoldWaits } from './untold-waits.ts';

const wait = (waiting: number, blocking: number | null, seconds = 1): LockWait => ({
  ...{ kind: 'row', waiting, blocking, seconds, schema: 's', table: 't', index: 'PRIMARY', wants: 'X', held: 'X' },
});
const shape = (waits: readonly LockWait[]) =>
  lockTree(waits).rows.map(({ session, depth, blocks, alsoBehind, isCircle }) =>
    [
      `${'  '.repeat(depth)}${session}`,
      blocks,
      ...(alsoBehind ? [`+${alsoBehind}`] : []),
      ...(isCircle ? ['o'] : []),
    ].join(' '),
  );

test('a queue behind one holder stands below the holder, though each waits for all before it', () => {
  assert.deepEqual(shape([wait(2, 1, 9), wait(3, 1, 5), wait(3, 2, 5), wait(4, 3), wait(4, 2), wait(4, 1)]), [
    '1 3',
    '  2 0',
    '  3 0 +1',
    '  4 0 +2',
  ]);
});

test('a chain is a chain, and the holder of most comes first', () => {
  assert.deepEqual(shape([wait(20, 10), wait(2, 1), wait(3, 2), wait(4, 2), wait(5, 1)]), [
    '1 4',
    '  2 2',
    '    3 0',
    '    4 0',
    '  5 0',
    '10 1',
    '  20 0',
  ]);
});

test('a blocker nobody can name, and a circle the server does not see, are shown as what they are', () => {
  assert.deepEqual(shape([wait(7, null)]), ['null 1', '  7 0']);
  assert.deepEqual(shape([wait(1, 2), wait(2, 1), wait(3, 1)]), ['1 2 o', '  2 0', '  3 0']);
  assert.deepEqual(shape([wait(5, 5)]), []);
});

test('thousands of waiters, also in one chain, neither fill the page nor the stack', () => {
  const many = lockTree(Array.from({ length: 3000 }, (_, n) => wait(n + 2, n + 1)));
  assert.deepEqual([many.rows.length, many.more], [1000, true]);
});

const lock = (session: number, mode: string, status: MetadataLock['status'], table = 't'): MetadataLock => ({
  ...{ kind: 'TABLE', schema: 's', table, mode, status, session, seconds: 3 },
});

test('an ALTER waits for who reads, and a new reader waits for the ALTER', () => {
  const waits = metadataWaits([
    lock(1, 'SHARED_READ', 'granted'),
    lock(2, 'SHARED_UPGRADABLE', 'granted'),
    lock(2, 'EXCLUSIVE', 'pending'),
    lock(3, 'SHARED_READ', 'pending'),
    lock(4, 'EXCLUSIVE', 'granted', 'other'),
  ]);
  assert.deepEqual(
    waits.map(({ waiting, blocking, held }) => [waiting, blocking, held]),
    [
      [2, 1, 'SHARED_READ'],
      [3, 2, 'EXCLUSIVE'],
    ],
  );
  assert.deepEqual(shape(waits), ['1 2', '  2 1', '    3 0']);
});

test('locks that may stand side by side block nobody; an unknown one is suspected', () => {
  const read = lock(9, 'SHARED_READ', 'pending');
  assert.deepEqual(
    [lock(1, 'SHARED_WRITE', 'granted'), lock(1, 'SHARED_NO_WRITE', 'granted')].map(
      (held) => metadataWaits([held, read])[0]?.blocking,
    ),
    [null, null],
  );
  assert.equal(
    metadataWaits([lock(1, 'SHARED_OF_TOMORROW', 'granted'), lock(9, 'EXCLUSIVE', 'pending')])[0]?.blocking,
    1,
  );
  assert.equal(metadataWaits([lock(1, 'SHARED', 'granted'), lock(9, 'OF_TOMORROW', 'pending')])[0]?.blocking, 1);
});

test('who waits, and the server does not say for whom, is never taken for who blocks', () => {
  const session = (id: number, state: string) => ({
    ...{ id, state, user: 'u', host: 'h', database: '', command: 'Query', seconds: 5, statement: '' },
  });
  const transaction = (session: number | null, waitSeconds: number | null) => ({
    ...{ id: '1', session, waitSeconds, state: 'LOCK WAIT', seconds: 9, isolation: '', statement: '' },
    ...{ tablesLocked: 1, rowsLocked: 1, rowsModified: 0 },
  });
  const known = [wait(2, 1), wait(4, 3)];
  const sessions = [
    session(5, 'Waiting for table metadata lock'),
    session(6, 'updating'),
    session(7, 'Waiting for an event from Coordinator'),
  ];
  const untold = untoldWaits(
    sessions,
    [transaction(2, 8), transaction(3, 7), transaction(1, null), transaction(null, 4)],
    known,
  );
  assert.deepEqual(
    untold.map(({ kind, waiting, blocking }) => [kind, waiting, blocking]),
    [
      ['row', 3, null],
      ['metadata', 5, null],
    ],
  );
  assert.deepEqual(shape([...known, ...untold]), ['null 3', '  3 1', '    4 0', '  5 0', '1 1', '  2 0']);
});
