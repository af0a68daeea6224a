import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { SelfCheckView } from '@myriad/contract';
import { sql } from 'kysely';
import { certificateMigrations } from '../../platform/certificates/certificates.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { forEachStore, type TestStore } from '../../platform/database/testing.ts';
import { httpMigrations } from '../../platform/http/migrations.ts';
import { createLog } from '../../platform/log/log.ts';
import { outboxMigrations } from '../../platform/outbox/migrations.ts';
import { createSecrets } from '../../platform/secrets/create-secrets.ts';
import { keyRing, newKey } from '../../platform/secrets/key-ring.ts';
import { secretMigrations } from '../../platform/secrets/migrations.ts';
import { authMigrations } from '../auth/index.ts';
import { createTestHttp } from '../auth/testing.ts';
import { createMetadata, metadataMigrations } from '../metadata/index.ts';
import { amber, type Check, green } from './check.ts';
import { createSelfCheck, type SelfCheckParts, selfChecks, serveSelfCheck } from './index.ts';

const slices = [httpMigrations, authMigrations, metadataMigrations, secretMigrations, certificateMigrations];
const options = { migrations: [...slices.flat(), ...outboxMigrations] };
const silent = createLog({ write: () => {} });
const day = 24 * 3_600_000;

async function setUp({ db, kind }: TestStore) {
  const home = await mkdtemp(join(tmpdir(), 'myriad-self-'));
  const clock = { now: () => Date.parse('2026-03-01T00:00:00Z') };
  const metadata = createMetadata({ clock });
  const keys = keyRing([newKey()]);
  const secrets = createSecrets({ keys, clock, hide: () => undefined });
  const status = {
    ...{ running: true, periodSeconds: 10, connections: 3, unwritten: 0, instances: 4, answering: 1, failing: 3 },
    ...{ waiting: 0, faults: [], logins: { underWay: 0, waiting: 0 } },
  };
  const parts: SelfCheckParts = {
    ...{ db, clock, log: silent, metadata, secrets },
    sweeps: { status: () => status },
    access: {
      openHost: async () => {
        throw new Error('connection refused');
      },
    },
    isDeepLookScheduled: () => Promise.resolve(false),
    listPackages: async () => [],
    installation: {
      home,
      packages: join(home, 'packages'),
      storeKind: kind,
      engine: 'in-process',
      keyFile: join(home, 'keys'),
    },
  };
  await writeFile(join(home, 'keys'), 'x', { mode: 0o644 });
  return { parts, home, metadata, secrets, end: () => rm(home, { recursive: true, force: true }) };
}

const lineOf = ({ checks }: SelfCheckView, name: string) => {
  const found = checks.find((check) => check.name === name);
  assert.ok(found, `${name} was looked at`);
  return found;
};
const said = (view: SelfCheckView, name: string) =>
  lineOf(view, name).lines.map(({ health, words }) => `${health} ${words.en}`);

forEachStore(
  'everything the platform stands on is looked at, with its reason, and nothing is written',
  async (store) => {
    const { parts, home, metadata, secrets, end } = await setUp(store);
    try {
      await inTransaction(store.db, async (tx) => {
        await secrets.put(tx, { kind: 'password', label: 'x', value: 'hidden-4711' });
        const ssh = { kind: 'ssh' as const, address: '10.0.0.9', port: 22, user: 'x', agent: false };
        const host = {
          name: 'db-9',
          address: '10.0.0.9',
          zone: 'z',
          baseDirectory: '/m',
          poolState: 'available',
        } as const;
        await metadata.addHost(tx, { ...host, paths: [{ ...ssh, jumps: [] }] }, { kind: 'person', id: 'u' });
        const late = parts.clock.now() - 5 * 60_000;
        const waiting = { id: 'o', kind: 'task.start', payload: '{}', created_at: late, due_at: late, attempts: 3 };
        await tx.insertInto('outbox').values(waiting).execute();
      });
      const rows = async () => {
        const counts: number[] = [];
        for (const table of ['secret', 'outbox', 'host', 'fact', 'metadata_change', 'audit', 'idempotency_key'])
          counts.push(
            Number(
              (await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(store.db)).rows[0]?.n,
            ),
          );
        return counts;
      };
      const before = await rows();
      const view = await createSelfCheck(parts, selfChecks(parts)).run();
      assert.deepEqual(await rows(), before);
      assert.match(said(view, 'engine').join(), /^amber 1 tasks were not handed over, since 5 min/);
      assert.match(said(view, 'sweep').join(), /amber 3 of 4 do not answer/);
      assert.match(said(view, 'deep-look').join(), /^amber No schedule looks deeply by itself$/);
      assert.match(said(view, 'secrets').join(), /green 1 values open,amber Others on this machine can read/);
      assert.match(said(view, 'paths').join(), /green 1 of 1 hosts were tried.*amber connection refused/);
      assert.match(
        said(view, 'own-backup').join(),
        parts.installation.storeKind === 'sqlite' ? /^amber There is none/ : /^grey/,
      );
      assert.match(said(view, 'packages').join(), /^grey None/);
      assert.deepEqual([lineOf(view, 'channels').health, lineOf(view, 'store').health], ['grey', 'green']);
      assert.doesNotMatch(JSON.stringify(view), /hidden-4711/);
      for (const { lines } of view.checks)
        for (const { health, words, next } of lines)
          if (health === 'amber') assert.ok(next ?? words.en, 'what needs a look says what to do');
      await mkdir(join(home, 'backups', 'one'), { recursive: true });
      const madeAt = new Date(parts.clock.now() - day).toISOString();
      await writeFile(join(home, 'backups', 'one', 'backup.json'), JSON.stringify({ madeAt }));
      const later = { ...parts, isDeepLookScheduled: async () => true };
      const again = await createSelfCheck(later, selfChecks(later)).run();
      assert.match(said(again, 'deep-look').join(), /^green/);
      if (parts.installation.storeKind === 'sqlite')
        assert.match(said(again, 'own-backup').join(), /^green The last one is 1\.0 days old/);
    } finally {
      await end();
    }
  },
  options,
);

const plain = (name: string, run: Check['run'], limitSeconds = 5): Check => ({
  ...{ name, limitSeconds, run },
  title: { en: name, zh: name },
});
const clock = { now: () => 1 };

test('a check that throws, hangs or is slow spoils no other, and two who ask share one look', async () => {
  let looks = 0;
  const checks = [
    plain('throws', async () => {
      looks += 1;
      throw new Error('no such folder');
    }),
    plain('hangs', () => new Promise(() => {}), 0.05),
    plain('fine', async () => [green('', 'yes', '正常'), amber('disk', 'full', '已满')]),
  ];
  const selfCheck = createSelfCheck({ clock, log: silent }, checks);
  assert.deepEqual([selfCheck.view().at, selfCheck.view().checks], [undefined, []]);
  const [view] = await Promise.all([selfCheck.run(), selfCheck.run()]);
  assert.equal(looks, 1);
  assert.deepEqual(
    view.checks.map(({ name, health }) => [name, health]),
    [
      ['throws', 'grey'],
      ['hangs', 'grey'],
      ['fine', 'amber'],
    ],
  );
  assert.match(said(view, 'throws').join(), /could not be looked at: no such folder/);
  assert.match(said(view, 'hangs').join(), /did not end within/);
  assert.deepEqual(view.counts, { green: 1, amber: 1, grey: 2 });
  await selfCheck.stop();
});

forEachStore(
  'only those who operate the platform see how it is',
  async ({ db }) => {
    const http = await createTestHttp({ db });
    try {
      serveSelfCheck(
        http.http,
        createSelfCheck({ clock, log: silent }, [plain('fine', async () => [green('', 'a', '甲')])]),
      );
      for (const [method, path] of [
        ['GET', '/api/self-check'],
        ['POST', '/api/self-check/runs'],
      ] as const) {
        assert.equal((await http.call('nobody', method, path)).status, 401);
        assert.equal((await http.call('requester', method, path)).status, 403);
      }
      assert.deepEqual((await http.call('dba', 'GET', '/api/self-check')).body.checks, []);
      assert.equal((await http.call('dba', 'POST', '/api/self-check/runs')).body.counts.green, 1);
      assert.equal((await http.call('dba', 'GET', '/api/self-check')).body.checks.length, 1);
    } finally {
      await http.close();
    }
  },
  options,
);
