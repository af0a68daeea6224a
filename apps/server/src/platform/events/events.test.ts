import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inTransaction } from '../database/in-transaction.ts';
import { openDatabase } from '../database/open-database.ts';
import { freshFile } from '../database/testing.ts';
import { createLog } from '../log/log.ts';
import { createEvents } from './events.ts';

declare module './events.ts' {
  interface EventMap {
    'test.fell': { readonly id: number };
  }
}

test('events reach listeners in order, and a listener that throws stops nobody', async () => {
  const lines: string[] = [];
  const events = createEvents(createLog({ write: (line) => lines.push(line) }));
  const heard: string[] = [];
  events.on('test.fell', async ({ id }) => {
    await Promise.resolve();
    heard.push(`first ${id}`);
    if (id === 1) throw new Error('broken listener');
  });
  const stop = events.on('test.fell', ({ id }) => void heard.push(`second ${id}`));
  events.emit('test.fell', { id: 1 });
  events.emit('test.fell', { id: 2 });
  assert.deepEqual(heard, []);
  await events.settled();
  stop();
  events.emit('test.fell', { id: 3 });
  await events.settled();
  assert.deepEqual(heard, ['first 1', 'second 1', 'first 2', 'second 2', 'first 3']);
  assert.match(lines.join('\n'), /broken listener/);
});

test('an event told inside a transaction waits for the commit and may use the database', async () => {
  const place = await freshFile();
  const store = await openDatabase({ store: place.store, migrations: [] });
  const events = createEvents(createLog({ write: () => undefined }));
  const heard: number[] = [];
  events.on('test.fell', async ({ id }) => {
    await inTransaction(store.db, async () => heard.push(id));
  });
  await inTransaction(store.db, async () => {
    events.emit('test.fell', { id: 1 });
    await events.settled();
    assert.deepEqual(heard, []);
  });
  await assert.rejects(
    inTransaction(store.db, async () => {
      events.emit('test.fell', { id: 2 });
      throw new Error('rolled back');
    }),
  );
  await events.settled();
  assert.deepEqual(heard, [1]);
  await store.close();
  await place.remove();
});
