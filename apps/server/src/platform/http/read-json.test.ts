import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { parseInput } from './problem-answer.ts';
import { readJson } from './read-json.ts';

const body = (text: string, more: readonly number[] = []) => Buffer.concat([Buffer.from(text), Buffer.from(more)]);

test('bytes that are no UTF-8 are refused, not replaced', () => {
  assert.deepEqual(readJson(body('{"name":"机房 𠮷"}')), { name: '机房 𠮷' });
  for (const bytes of [[0xff], [0xc3], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80]])
    assert.throws(() => readJson(Buffer.concat([body('"', bytes), body('"')])), bytes.join());
});

test('−0 is 0, also inside', () => {
  const { a, b } = readJson(body('{"a":-0,"b":[-0.0,-1]}')) as { a: number; b: number[] };
  assert.ok(Object.is(a, 0) && Object.is(b[0], 0));
  assert.equal(b[1], -1);
});

test('text no store keeps as it came is refused at its place, in names too', () => {
  const paths = (value: unknown): string[] => {
    try {
      parseInput({ body: { schema: z.unknown(), value } });
      return [];
    } catch (error) {
      return (error as { faults: { path: string }[] }).faults.map(({ path }) => path);
    }
  };
  assert.deepEqual(paths({ a: '𠮷', b: ['x', 'y\u0000'], c: { d: '\ud842' } }), ['body.b.1', 'body.c.d']);
  assert.deepEqual(paths({ 'k\udfb7': 1, n: null, t: true }), ['body']);
  assert.deepEqual(paths('\u0007\n'), []);
});
