import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { ensureTree, inLab, type LabServer, startServer } from '@myriad/lab';
import { levelGrants, levelStatements, parseVersion } from './index.ts';

const run = promisify(execFile);
const password = 'Looks-0nly';

async function fill(server: LabServer): Promise<void> {
  for (const sql of [
    'create database shop',
    'create table shop.visit (id int primary key) engine=InnoDB',
    'insert into shop.visit values (4711)',
    'create table shop.hits (n int) engine=MyISAM',
    'create view shop.seen as select * from shop.visit',
    'create trigger shop.counted before insert on shop.visit for each row set @a = 1',
    'create event shop.purge on schedule every 1 day disable do select 1',
    'create procedure shop.told() select 42',
  ])
    await server.rows(sql);
}

/** Undefined: it did all it is for; else what it lacked. */
type Work = () => Promise<string | undefined>;

function worksOf(server: LabServer, bin: string, folder: string): Readonly<Record<string, Work>> {
  const as = ['--no-defaults', '--host=127.0.0.1', `--port=${server.port}`, '--user=saver', `--password=${password}`];
  const attempt = async (program: string, more: readonly string[]) => {
    const begun = run(join(bin, program), [...as, ...more], { maxBuffer: 64 * 1024 * 1024, timeout: 120_000 });
    return begun.then(
      ({ stdout }) => ({ text: stdout, failed: undefined }),
      (error: { stderr?: string }) => ({ text: '', failed: String(error.stderr).slice(-300) }),
    );
  };
  const dump = async (more: readonly string[], parts: readonly RegExp[]) => {
    const { text, failed } = await attempt('mariadb-dump', [...more, '--databases', 'shop']);
    return failed ?? parts.find((part) => !part.test(text))?.source;
  };
  const objects = [/\(4711\)/, /VIEW `seen` AS select/i, /trigger shop\.counted/i, /EVENT `purge`/, /select 42/];
  const all = ['--routines', '--events', '--triggers'];
  return {
    'a consistent dump with its position': () => dump(['--single-transaction', '--master-data=2', ...all], objects),
    'a dump behind locks, for tables without transactions': () => dump(['--lock-tables', ...all], objects),
    'a dump of a replica with the position of its source': () =>
      dump(['--single-transaction', '--dump-slave=2'], objects.slice(0, 1)),
    'a physical copy with the position of its source': async () => {
      const to = join(folder, 'copy');
      await rm(to, { recursive: true, force: true });
      const data = `--datadir=${join(server.folder, 'data')}`;
      const more = ['--backup', '--slave-info', '--innodb-use-native-aio=0', `--target-dir=${to}`, data];
      return (await attempt('mariadb-backup', more)).failed;
    },
  };
}

test('on MariaDB the account of “back up” can dump and copy, and without any of its grants it cannot', (t) =>
  inLab(t, async ({ folder, use }) => {
    const server = use(await startServer({ flavor: 'mariadb', folder: join(folder, 'server') }));
    const tree = await ensureTree('mariadb');
    if ('missing' in tree) return t.skip(tree.words.en);
    await fill(server);
    const version = parseVersion(server.version, 'mariadb');
    const account = { user: 'saver', host: '%' };
    for (const { sql, optional } of levelStatements(version, 'back-up', account, password))
      if (!optional) await server.rows(sql);
    const works = Object.entries(worksOf(server, join(tree.directory, 'bin'), folder));
    for (const [name, work] of works) assert.equal(await work(), undefined, name);
    const privileges = levelGrants(version, 'back-up').flatMap((grant) => (grant.optional ? [] : grant.privileges));
    for (const privilege of privileges) {
      await server.rows(`revoke ${privilege} on *.* from saver@'%'`);
      const failed: string[] = [];
      // One is enough; the rest is not asked.
      for (const [name, work] of works) if (failed.length === 0 && (await work()) !== undefined) failed.push(name);
      assert.equal(failed.length, 1, `${privilege} is not needed for anything`);
      await server.rows(`grant ${privilege} on *.* to saver@'%'`);
    }
  }));
