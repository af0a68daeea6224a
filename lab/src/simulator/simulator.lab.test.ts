import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { LabUnavailable } from '../lab-unavailable.ts';
import { mustRun } from '../run-command.ts';
import { inLab } from '../scratch.ts';
import { ensureTree } from '../trees/ensure-tree.ts';
import { startSimulator } from './start-simulator.ts';

for (const flavor of ['mysql', 'mariadb'] as const) {
  test(`the real ${flavor} client logs in to a simulated server and reads what it is`, (t) =>
    inLab(t, async ({ use }) => {
      const tree = await ensureTree(flavor);
      if ('missing' in tree) throw new LabUnavailable(tree.words);
      // MariaDB's client has no caching_sha2_password in it, MySQL's of today no mysql_native_password.
      const plugin = flavor === 'mysql' ? 'caching_sha2_password' : 'mysql_native_password';
      const account = { user: 'watch', password: 'secret word', plugin } as const;
      const simulator = use(await startSimulator({ servers: 6, clusters: 3, account, firstAddress: '127.82.0.1' }));
      const ask = (index: number, sql: string, password: string = account.password) => {
        const host = simulator.fleet[index]?.address ?? '';
        const login = [`--host=${host}`, `--port=${simulator.port}`, '--user=watch', `--password=${password}`];
        return mustRun(join(tree.directory, 'bin', flavor), ['--no-defaults', ...login, '--batch', `--execute=${sql}`]);
      };
      const seen = await ask(
        3,
        'SELECT @@GLOBAL.read_only AS read_only, @@GLOBAL.server_id AS id; SHOW REPLICA STATUS',
      );
      assert.match(seen, /^read_only\tid\n1\t4\n/);
      assert.match(seen, /Source_Host.*\n.*127\.82\.0\.1/);
      await assert.rejects(ask(0, 'DROP TABLE t'), /1064.*syntax/s);
      await assert.rejects(ask(0, 'SELECT 1', 'wrong'), /1045.*Access denied/s);
    }));
}
