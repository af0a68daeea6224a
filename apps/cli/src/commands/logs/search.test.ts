import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type LogEntry, mergeEntries, readLogLines } from '@myriad/contract';
import { UsageError } from '../../command.ts';
import { readMoment } from './read-moment.ts';
import { queryOf } from './search.ts';

const now = Date.UTC(2026, 10, 22, 18);

test('moments are spans before now or times; anything else is told', () => {
  assert.equal(readMoment('since', '15m', now), now - 900_000);
  assert.equal(readMoment('since', '3d', now), now - 3 * 86_400_000);
  assert.equal(readMoment('since', '2026-11-22T17:00:00Z', now), now - 3_600_000);
  for (const text of ['', 'yesterday', '15', '-2h', '2w', '9999999d', '2026-99-99', '18:00'])
    assert.throws(() => readMoment('since', text, now), UsageError, text);
});

test('flags become the query of the endpoint; several of a kind are joined', () => {
  const flags = {
    kind: ['error', 'slow'],
    since: '1h',
    cluster: ['a', 'b'],
    text: 'select visit',
    level: 'error',
    limit: '5',
  };
  assert.deepEqual(queryOf({ flags }, now), {
    kinds: 'error,slow',
    from: String(now - 3_600_000),
    clusters: 'a,b',
    text: 'select visit',
    level: 'error',
    limit: '5',
  });
  assert.deepEqual(queryOf({ flags: {} }, now), {});
  for (const wrong of [{ kind: ['binlog'] }, { level: 'fatal' }, { limit: 'ten' }, { until: 'soon' }])
    assert.throws(() => queryOf({ flags: wrong }, now), UsageError, JSON.stringify(wrong));
});

test('entries of many logs stand by time; what has no time stays where it stood', () => {
  const entry = (at: number | null, text: string): LogEntry => ({ kind: 'error', level: 'note', at, text });
  const merged = mergeEntries([
    [entry(1, 'a1'), entry(null, 'a2'), entry(5, 'a3')],
    [entry(3, 'b1'), entry(4, 'b2')],
  ]);
  assert.deepEqual(
    merged.map(({ text }) => text),
    ['a1', 'a2', 'b1', 'b2', 'a3'],
  );
});

test('lines are read however the answer is cut; what is no line of ours is left out', async () => {
  const end = { type: 'end', entries: 0, failed: 0, tookMilliseconds: 1, unfinished: 0 };
  const text = `{"type":"entries","key":"k","entries":[{"kind":"error","level":"note","at":1,"text":"中文"}]}\nnonsense\n{"type":"other"}\n${JSON.stringify(end)}\n{"half`;
  const bytes = new TextEncoder().encode(text);
  const body = new ReadableStream<Uint8Array>({
    start: (out) => {
      for (let at = 0; at < bytes.length; at += 7) out.enqueue(bytes.subarray(at, at + 7));
      out.close();
    },
  });
  const lines = [];
  for await (const line of readLogLines(body)) lines.push(line);
  assert.deepEqual(
    lines.map(({ type }) => type),
    ['entries', 'end'],
  );
  assert.ok(lines[0]?.type === 'entries' && lines[0].entries[0]?.text === '中文');
});
