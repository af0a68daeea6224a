import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLog } from './log.ts';

test('a line is one JSON object with its fields, and what is below the level is not written', () => {
  const lines: string[] = [];
  const log = createLog({ write: (line) => lines.push(line), now: () => 0, level: 'info' });
  log.with({ taskId: 't1' }).info('step done', { stepId: 's1', size: 5n });
  log.debug('unseen');
  assert.deepEqual(
    lines.map((line) => JSON.parse(line)),
    [{ at: '1970-01-01T00:00:00.000Z', level: 'info', event: 'step done', taskId: 't1', stepId: 's1', size: '5' }],
  );
});

test('values under names of secrets are blanked, ids are not', () => {
  const lines: string[] = [];
  const log = createLog({ write: (line) => lines.push(line) });
  const cause = Object.assign(new Error('inner'), { password: 'p-a-s-s' });
  log.error('failed', {
    secretId: 'kept',
    password: 'p-a-s-s',
    connection: { privateKey: 'p-a-s-s', apiToken: 'p-a-s-s', host: 'db-1' },
    error: Object.assign(new Error('outer', { cause }), { sql: 'p-a-s-s', code: 'E1' }),
  });
  const text = lines.join('');
  assert.doesNotMatch(text, /p-a-s-s/);
  const { secretId, connection, error } = JSON.parse(text);
  assert.deepEqual([secretId, connection.host, error.code, error.cause.message], ['kept', 'db-1', 'E1', 'inner']);
});

test('a line never fails: rings and depth are cut', () => {
  const lines: string[] = [];
  const ring: Record<string, unknown> = {};
  ring.self = ring;
  createLog({ write: (line) => lines.push(line) }).info('ring', { ring });
  assert.match(lines[0] ?? '', /\[deep\]/);
});

test('a hidden value stays hidden while it is in use, however many come after it', () => {
  const lines: string[] = [];
  const log = createLog({ write: (line) => lines.push(line) });
  log.hide('in daily use');
  for (let i = 0; i < 6_000; i++) log.hide(`of the moment ${i}`);
  log.hide('in daily use');
  for (let i = 0; i < 6_000; i++) log.hide(`of a later moment ${i}`);
  log.info('said', { text: 'in daily use' });
  assert.match(lines[0] ?? '', /"text":"\[hidden\]"/);
});
