import assert from 'node:assert/strict';
import { test } from 'node:test';
import { messagesOf } from './follow-events.ts';
import { barOf } from './progress-bar.ts';

async function messages(...chunks: string[]): Promise<string[]> {
  const found: string[] = [];
  for await (const message of messagesOf(
    (async function* () {
      yield* chunks;
    })(),
  ))
    found.push(message);
  return found;
}

test('messages are whole however the stream was cut', async () => {
  const stream = ': hello\n\nid: 1\ndata: {"a":1}\n\nevent: x\r\ndata: one\r\ndata: two\r\n\r\ndata: unfinished';
  const expected = ['{"a":1}', 'one\ntwo'];
  assert.deepEqual(await messages(stream), expected);
  assert.deepEqual(await messages(...stream), expected);
});

test('a bar stands only where the end is known', () => {
  assert.equal(barOf({ done: 512, total: 1024, unit: 'bytes' }, 'en'), '██████████░░░░░░░░░░ 50% 512 B/1.0 KiB');
  assert.equal(barOf({ done: 3, unit: 'rows' }, 'en'), '3');
  assert.match(barOf({ done: 30, total: 10, unit: 'items' }, 'en'), /100%/);
  assert.equal(barOf(undefined, 'en'), '');
});
