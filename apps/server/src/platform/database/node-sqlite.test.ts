import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { openNodeSqlite } from './node-sqlite.ts';

/** Holds the file for itself alone, says so, and lets go after a while; another thread, as opening a file blocks this one. */
const holder = `
  const { DatabaseSync } = require('node:sqlite');
  const { parentPort, workerData } = require('node:worker_threads');
  const db = new DatabaseSync(workerData);
  db.exec('create table kept (id integer); begin exclusive; insert into kept values (1)');
  parentPort.postMessage('held');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
  db.exec('commit');
  db.close();
`;

test('a file that somebody else holds for a moment is waited for from the first statement on', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'myriad-sqlite-'));
  try {
    const file = join(folder, 'store.db');
    const worker = new Worker(holder, { eval: true, workerData: file });
    await once(worker, 'message');
    const db = openNodeSqlite(file);
    assert.deepEqual(db.prepare('select id from kept').all([]), [{ id: 1 }]);
    db.close();
    await worker.terminate();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
