import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shareRead } from './share-read.ts';

function setUp() {
  const asked: string[] = [];
  const answers: { resolve: (value: string) => void; reject: (error: Error) => void }[] = [];
  let now = 0;
  const read = shareRead({ now: () => now }, 1000, (key) => {
    asked.push(key);
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    answers.push({ resolve, reject });
    return promise;
  });
  const pass = (milliseconds: number) => {
    now += milliseconds;
  };
  return { asked, answers, read, pass };
}

test('who asks at once, or within the time after the answer began, gets one read; each key its own', async () => {
  const { asked, answers, read, pass } = setUp();
  const first = [read('a'), read('b'), read('a')];
  assert.deepEqual(asked, ['a', 'b']);
  pass(3000);
  const late = read('a');
  assert.deepEqual(asked, ['a', 'b'], 'a slow read is waited for, not doubled');
  answers[0]?.resolve('of a');
  answers[1]?.resolve('of b');
  assert.deepEqual(await Promise.all([...first, late]), ['of a', 'of b', 'of a', 'of a']);
  void read('a');
  assert.deepEqual(asked, ['a', 'b', 'a'], 'its answer is too old for anybody new');
  answers[2]?.resolve('newer');
  assert.equal(await read('a'), 'newer');
  pass(999);
  assert.equal(await read('a'), 'newer');
  pass(1);
  void read('a');
  assert.equal(asked.length, 4);
});

test('a read that fails is nobody else’s', async () => {
  const { asked, answers, read } = setUp();
  const failing = read('a');
  answers[0]?.reject(new Error('away'));
  await assert.rejects(failing, /away/);
  const next = read('a');
  answers[1]?.resolve('back');
  assert.equal(await next, 'back');
  assert.equal(asked.length, 2);
});
