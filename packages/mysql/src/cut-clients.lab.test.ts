import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { ensureTree, freePort } from '@myriad/lab';
import { startLabServer } from '../testing/lab-server.ts';
import { createAccount, cutClients, openForWrites, readSemiSync, setSemiSync } from './index.ts';

const until = async (look: () => Promise<boolean>, what: string): Promise<void> => {
  const deadline = Date.now() + 30_000;
  while (!(await look())) {
    if (Date.now() > deadline) throw new Error(`waited 30 s for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

for (const flavor of ['mysql', 'mariadb'] as const) {
  const tree = await ensureTree(flavor);
  const skip = 'missing' in tree ? tree.words.en : false;
  test(`the most privileged client of ${flavor} is not told “committed” once clients are cut`, { skip }, async () => {
    if ('missing' in tree) return;
    const folder = await mkdtemp(path.join(tmpdir(), 'mysql-cut-'));
    const server = await startLabServer({
      basedir: tree.directory,
      flavor,
      versionText: tree.version,
      directory: path.join(folder, 'a'),
      address: '127.0.0.1',
      port: await freePort(),
      serverId: 1,
      start: 'replicated',
    });
    try {
      const { version } = server;
      const password = 'Application-1';
      const tls = flavor === 'mysql';
      await using root = await server.connect({ user: 'root', password: '', socket: true });
      await openForWrites(root, version);
      await createAccount(root, version, 'admin', { user: 'admin', host: '%' }, password);
      await root.query('CREATE DATABASE shop');
      await root.query('CREATE TABLE shop.sale (id INT PRIMARY KEY)');
      // What most spares: MySQL's offline mode leaves such sessions alone.
      await root.query(`CREATE USER operator@'%' IDENTIFIED BY '${password}'`);
      await root.query("GRANT ALL ON *.* TO operator@'%'");
      await using own = await server.connect({ user: 'admin', password, tls });
      // Nobody acknowledges: every commit waits.
      await setSemiSync(own, version, 'source', 'on');
      await using client = await server.connect({ user: 'operator', password, tls });
      const told = client.query('INSERT INTO shop.sale VALUES (1)').then(
        () => 'committed',
        () => 'cut',
      );
      await until(async () => (await readSemiSync(own, version)).waiting === 1, 'the commit waiting');
      await cutClients(own, version, ['admin']);
      await setSemiSync(own, version, 'source', 'off');
      assert.equal(await told, 'cut');
      await own.query('SELECT 1');
    } finally {
      await server.stop('SIGKILL');
      await rm(folder, { recursive: true, force: true });
    }
  });
}
