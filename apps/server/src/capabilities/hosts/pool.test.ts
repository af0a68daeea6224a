import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PoolState } from '@myriad/contract';
import { type PoolMove, poolMoves, poolStateAfter } from './pool.ts';

const states = PoolState.options;
const moves = Object.keys(poolMoves) as PoolMove[];

test('only an available host can be reserved', () => {
  assert.deepEqual(
    states.filter((state) => poolStateAfter(state, 'reserve')),
    ['available'],
  );
});

test('a host that carries something is never taken out or judged out of the pool', () => {
  for (const state of ['in-use', 'reserved'] as const)
    for (const move of ['take-out', 'fail-check', 'pass-check', 'bring-back'] as const)
      assert.equal(poolStateAfter(state, move), undefined, `${state} ${move}`);
});

test('a host back from out of service must be checked before it is available', () => {
  assert.equal(poolStateAfter('out-of-service', 'bring-back'), 'unchecked');
  const reached = moves.map((move) => poolStateAfter('out-of-service', move)).filter((state) => state !== undefined);
  assert.deepEqual(reached, ['unchecked']);
});

test('every state can be reached from unchecked and left again', () => {
  const seen = new Set<PoolState>(['unchecked']);
  for (const _ of states)
    for (const state of [...seen])
      for (const move of moves) {
        const next = poolStateAfter(state, move);
        if (next) seen.add(next);
      }
  assert.deepEqual([...seen].sort(), [...states].sort());
  for (const state of states)
    assert.ok(moves.some((move) => ![undefined, state].includes(poolStateAfter(state, move))));
});
