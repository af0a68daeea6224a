import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createEventParser } from './event-parser.ts';

test('events come out whole however the text is cut', () => {
  const text = ': heartbeat\n\nid: 7\nevent: log\ndata: {"a":1}\n\nid: 8\r\ndata: one\r\ndata: two\r\n\r\n';
  const expected = [
    { id: '7', data: '{"a":1}' },
    { id: '8', data: 'one\ntwo' },
  ];
  for (let size = 1; size <= text.length; size += 1) {
    const parse = createEventParser();
    const events = [];
    for (let at = 0; at < text.length; at += size) events.push(...parse(text.slice(at, at + size)));
    assert.deepEqual(events, expected, `in pieces of ${size}`);
  }
});
