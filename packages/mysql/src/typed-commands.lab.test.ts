import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ensureTree } from '@myriad/lab';
import { type LabServer, startLabServer } from '../testing/lab-server.ts';
import {
  accountStatements,
  clientSessions,
  collationsOf,
  configureReplication,
  createAccount,
  equalGtid,
  findAccounts,
  forgetReplication,
  isEmptyGtid,
  listSessions,
  makeReadOnly,
  newPassword,
  openForWrites,
  parseGtidSet,
  platformSchema,
  readPortrait,
  readReadOnly,
  readReplication,
  readSemiSync,
  readServerState,
  refusesWrites,
  replicaSessions,
  secureRoot,
  setSemiSync,
  startAsBefore,
  startReplication,
  stopReplication,
  subtractGtid,
  waitingCommits,
} from './index.ts';

const until = async <T>(look: () => Promise<T | undefined | false>, what: string): Promise<T> => {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`waited 30 s for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

for (const flavor of ['mysql', 'mariadb'] as const) {
  const tree = await ensureTree(flavor);
  const skip = 'missing' in tree ? tree.words.en : false;
  describe(`typed commands on ${flavor}`, { skip }, () => {
    if ('missing' in tree) return;
    let folder = '';
    let primary: LabServer;
    let replica: LabServer;
    const passwords = { root: newPassword(), admin: newPassword(), replication: newPassword(), monitor: newPassword() };
    const admin = (server: LabServer) =>
      server.connect({ user: 'admin', password: passwords.admin, tls: flavor === 'mysql' });

    before(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'mysql-commands-'));
      const port = 23_000 + Math.floor(Math.random() * 200) * 2;
      const one = (name: string, address: string, serverId: number) =>
        startLabServer({
          basedir: tree.directory,
          flavor,
          versionText: tree.version,
          directory: path.join(folder, name),
          address,
          port,
          serverId,
          start: 'replicated',
        });
      [primary, replica] = await Promise.all([one('a', '127.0.0.1', 1), one('b', '127.0.0.2', 2)]);
    });
    after(async () => {
      await Promise.all([primary?.stop('SIGKILL'), replica?.stop('SIGKILL')]);
      await rm(folder, { recursive: true, force: true });
    });

    test('a fresh server refuses writes, replicates from nobody and has executed nothing', async () => {
      for (const server of [primary, replica]) {
        await using root = await server.connect({ user: 'root', password: '', socket: true });
        const state = await readServerState(root);
        assert.equal(state.version.text, tree.version);
        assert.ok(refusesWrites(state.version, state));
        assert.ok(isEmptyGtid(parseGtidSet(flavor, state.executed)), `executed ${state.executed}`);
        assert.deepEqual(await readReplication(root, state.version), []);
      }
    });

    test('the collations we say it has are those it has, to the last', async () => {
      await using root = await primary.connect({ user: 'root', password: '', socket: true });
      const from =
        flavor === 'mysql'
          ? 'SELECT COLLATION_NAME AS name, CHARACTER_SET_NAME AS chars FROM information_schema.COLLATIONS'
          : 'SELECT FULL_COLLATION_NAME AS name, CHARACTER_SET_NAME AS chars FROM information_schema.COLLATION_CHARACTER_SET_APPLICABILITY';
      const known = new Map<string, string[]>();
      for (const { name, chars } of await root.query(from))
        known.set(String(chars), [...(known.get(String(chars)) ?? []), String(name)]);
      // These cannot be a server's own.
      for (const chars of ['ucs2', 'utf16', 'utf16le', 'utf32']) known.delete(chars);
      assert.ok(known.size > 30);
      for (const [chars, names] of known) {
        const ours = collationsOf(primary.version, chars).filter((name) => !name.startsWith('utf8_'));
        assert.deepEqual([...ours].sort(), names.sort(), chars);
      }
    });

    test('a root without password is reached by the socket alone', async () => {
      await assert.rejects(primary.connect({ user: 'root', password: '' }));
    });

    test('accounts are made on the primary with the binlog on, and can do exactly their work', async () => {
      await using root = await primary.connect({ user: 'root', password: '', socket: true });
      await openForWrites(root, primary.version);
      await createAccount(root, primary.version, 'admin', { user: 'admin', host: '%' }, passwords.admin);
      await createAccount(root, primary.version, 'replication', { user: 'repl', host: '%' }, passwords.replication);
      await createAccount(root, primary.version, 'monitor', { user: 'monitor', host: '%' }, passwords.monitor);
      await createAccount(root, primary.version, 'backup', { user: 'backup', host: '%' }, newPassword());
      await secureRoot(root, primary.version, passwords.root);
      await secureRoot(root, primary.version, passwords.root);
      assert.deepEqual(await findAccounts(root, 'root'), [{ user: 'root', host: 'localhost' }]);
      assert.deepEqual(await findAccounts(root, ''), []);
      await assert.rejects(primary.connect({ user: 'root', password: '', socket: true }));
      await using again = await primary.connect({ user: 'root', password: passwords.root, socket: true });
      assert.equal((await again.query('SELECT 1 AS one')).length, 1);
      await using own = await admin(primary);
      await own.query(`CREATE DATABASE ${platformSchema}`);
      await own.query(`CREATE TABLE ${platformSchema}.proof (id INT PRIMARY KEY)`);
      await assert.rejects(own.query('CREATE DATABASE other'));
      await using watch = await primary.connect({
        user: 'monitor',
        password: passwords.monitor,
        tls: flavor === 'mysql',
      });
      assert.equal((await readServerState(watch)).readOnly, false);
      await assert.rejects(watch.query(`SELECT * FROM ${platformSchema}.proof`));
      const columns = await watch.query(
        `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = '${platformSchema}'`,
      );
      assert.deepEqual(columns, [{ name: 'id' }], 'what there is, and none of it');
      const { accounts } = await readPortrait(watch, primary.version, { contents: 'none' });
      assert.ok(accounts.ok && accounts.value.some(({ user }) => user === 'backup'), JSON.stringify(accounts));
      await assert.rejects(watch.query('SELECT authentication_string FROM mysql.user'), 'no hash of a password');
    });

    test('no password of ours is in the binlog or in a statement', async () => {
      const statements = accountStatements(primary.version, 'admin', { user: 'admin', host: '%' }, passwords.admin);
      assert.ok(statements.every((statement) => !statement.includes(passwords.admin)));
    });

    test('a replica built from the primary has everything and nothing of its own', async () => {
      await using local = await replica.connect({ user: 'root', password: '', socket: true });
      await configureReplication(local, replica.version, {
        host: primary.address,
        port: primary.port,
        user: 'repl',
        password: passwords.replication,
        tls: flavor === 'mysql' ? 'unverified' : 'off',
        heartbeatSeconds: 1,
        connectRetrySeconds: 1,
      });
      await setSemiSync(local, replica.version, 'replica', 'on');
      await startReplication(local, replica.version);
      await until(async () => {
        const [state] = await readReplication(local, replica.version);
        assert.equal(state?.error ?? '', '');
        return state?.receiver === 'running' && state.applier === 'running' && state.lagSeconds === 0 && state.usesGtid;
      }, 'both threads running without lag');
      await using from = await admin(primary);
      const wanted = parseGtidSet(flavor, (await readServerState(from)).executed);
      const has = await until(async () => {
        const found = parseGtidSet(flavor, (await readServerState(local)).executed);
        return isEmptyGtid(subtractGtid(wanted, found)) && found;
      }, 'everything executed');
      assert.ok(equalGtid(wanted, has));
      assert.ok(isEmptyGtid(subtractGtid(has, wanted)), 'errant transactions');
      await using remote = await admin(replica);
      assert.ok(refusesWrites(replica.version, await readReadOnly(remote)));
      const dumps = replicaSessions(await listSessions(from));
      assert.equal(dumps.length, 1);
    });

    test('semi-sync is lossless, acknowledged, and a commit without acknowledger is seen waiting', async () => {
      await using from = await admin(primary);
      await using to = await admin(replica);
      await setSemiSync(from, primary.version, 'source', 'on');
      const on = await until(async () => {
        const state = await readSemiSync(from, primary.version);
        return state.clients === 1 && state.sourceActive && state;
      }, 'one acknowledging replica');
      assert.equal(on.waitPoint, 'AFTER_SYNC');
      assert.equal(on.timeoutMilliseconds, 3_600_000);
      assert.ok((await readSemiSync(to, replica.version)).replicaActive);
      await from.query(`INSERT INTO ${platformSchema}.proof VALUES (1)`);
      await stopReplication(to, replica.version);
      await using writer = await admin(primary);
      const stuck = writer.query(`INSERT INTO ${platformSchema}.proof VALUES (2)`);
      const waiting = await until(async () => {
        const rows = waitingCommits(await listSessions(from));
        return rows.length > 0 && rows;
      }, 'a commit waiting for its acknowledgement');
      assert.equal(waiting.length, 1);
      assert.equal((await readSemiSync(from, primary.version)).waiting, 1);
      assert.deepEqual(clientSessions(await listSessions(from), ['admin']), []);
      await startReplication(to, replica.version);
      await stuck;
      await setSemiSync(from, primary.version, 'source', 'off');
    });

    test('closing gives up behind a table lock and closes without one', async () => {
      await using from = await admin(primary);
      await using root = await primary.connect({ user: 'root', password: passwords.root, socket: true });
      await root.query(`CREATE USER app@'%' IDENTIFIED BY '${passwords.monitor}'`);
      await root.query(`GRANT INSERT ON ${platformSchema}.* TO app@'%'`);
      const login = { user: 'app', password: passwords.monitor, tls: flavor === 'mysql' };
      await using application = await primary.connect(login);
      await root.query(`LOCK TABLES ${platformSchema}.proof WRITE`);
      await assert.rejects(makeReadOnly(from, primary.version, 1));
      await root.query('UNLOCK TABLES');
      await makeReadOnly(from, primary.version, 1);
      assert.ok(refusesWrites(primary.version, await readReadOnly(from)));
      // MariaDB's admin account may write all the same (READ ONLY ADMIN): an application may not.
      await assert.rejects(application.query(`INSERT INTO ${platformSchema}.proof VALUES (3)`));
      await openForWrites(from, primary.version);
      await application.query(`INSERT INTO ${platformSchema}.proof VALUES (3)`);
    });

    test('threads that were stopped together run again as each of them did', async () => {
      const { version } = replica;
      await using to = await admin(replica);
      const reading = async () => {
        const [state] = await readReplication(to, version);
        assert.ok(state);
        return state;
      };
      const runAgain = async (before: Awaited<ReturnType<typeof reading>>) => {
        await stopReplication(to, version);
        await startAsBefore(to, version, before);
        return until(async () => {
          const { receiver, applier } = await reading();
          return receiver === before.receiver && applier === before.applier;
        }, `${before.receiver} and ${before.applier}`);
      };
      const both = await until(async () => {
        const state = await reading();
        return state.receiver === 'running' && state.applier === 'running' && state;
      }, 'both run');
      await runAgain(both);
      await runAgain({ ...both, receiver: 'stopped' });
      await runAgain({ ...both, applier: 'stopped' });
      await runAgain({ ...both, receiver: 'stopped', applier: 'stopped' });
      if (flavor === 'mariadb') {
        // A source that did not answer may be dead: its receiver, started again, would throw away what it had received.
        await stopReplication(to, version);
        await startAsBefore(to, version, { ...both, receiver: 'connecting' });
        assert.equal((await reading()).receiver, 'stopped');
      }
    });

    test('a replica can forget its source', async () => {
      await using to = await admin(replica);
      await stopReplication(to, replica.version);
      await forgetReplication(to, replica.version);
      assert.deepEqual(await readReplication(to, replica.version), []);
    });
  });
}
