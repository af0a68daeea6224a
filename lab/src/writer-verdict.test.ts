import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeRows } from './writer-verdict.ts';

const record = '1 acknowledged 100\n2 acknowledged 110\n3 unknown 2110\n4 acknowledged 2200\n5 acknowledged 2205\n';
const copiesOf = (...sequences: number[]) => new Map(sequences.map((sequence) => [sequence, 1]));

test('all there is a clean verdict, with the time writing stood still', () => {
  assert.deepEqual(judgeRows(record, copiesOf(1, 2, 4, 5)), {
    acknowledged: 4,
    lost: [],
    gaps: [],
    duplicates: [],
    foreign: [],
    unknownButThere: [],
    longestSilenceMilliseconds: 2090,
  });
});

test('a lost tail is lost, a hole before a row that is there is a gap as well', () => {
  const { lost, gaps } = judgeRows(record, copiesOf(1, 4));
  assert.deepEqual({ lost, gaps }, { lost: [2, 5], gaps: [2] });
});

test('a row that never got an answer may be there or not', () => {
  assert.deepEqual(judgeRows(record, copiesOf(1, 2, 3, 4, 5)).unknownButThere, [3]);
  assert.deepEqual(judgeRows(record, copiesOf(1, 2, 4, 5)).lost, []);
});

test('a second copy and a row nobody sent are named', () => {
  const { duplicates, foreign } = judgeRows(record, new Map([...copiesOf(1, 2, 4, 5, 9), [4, 2]]));
  assert.deepEqual({ duplicates, foreign }, { duplicates: [4], foreign: [9] });
});
