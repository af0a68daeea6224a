import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { inLab } from './scratch.ts';
import { startServer } from './server.ts';
import { startWriter, writerTable } from './writer.ts';
import { judgeWriter } from './writer-verdict.ts';

for (const flavor of ['mysql', 'mariadb'] as const) {
  test(`a writer goes on over the kill of its ${flavor}, and finds exactly the rows taken away behind its back`, (t) =>
    inLab(t, async ({ folder, use }) => {
      const server = use(await startServer({ flavor, folder: path.join(folder, 'server') }));
      await server.rows('create database lab');
      await server.rows(writerTable('lab.rows_written'));
      const place = { file: path.join(folder, 'written'), table: 'lab.rows_written' };
      const writer = startWriter({ ...place, connect: () => server.connect(), pauseMilliseconds: 1 });
      try {
        await writer.waitFor(50, 20_000);
        await server.kill();
        await server.start();
        await writer.waitFor(writer.acknowledged() + 50, 20_000);
      } finally {
        await writer.stop();
      }
      const connection = await server.connect();
      t.after(() => connection.destroy());
      const clean = await judgeWriter(connection, place);
      assert.equal(clean.acknowledged, writer.acknowledged());
      assert.deepEqual([clean.lost, clean.duplicates, clean.foreign], [[], [], []]);
      await connection.query('delete from lab.rows_written where sequence in (3, 7)');
      await connection.query("insert into lab.rows_written (writer, sequence) values ('w', 5)");
      const { lost, gaps, duplicates } = await judgeWriter(connection, place);
      assert.deepEqual({ lost, gaps, duplicates }, { lost: [3, 7], gaps: [3, 7], duplicates: [5] });
    }));
}
