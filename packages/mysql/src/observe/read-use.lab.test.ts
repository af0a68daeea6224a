import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inLab, type LabServer, startServer } from '@myriad/lab';
import { createPathPool, open } from '@myriad/paths';
import { levelStatements, parseVersion, readPortrait } from '../index.ts';

const pool = createPathPool();
const password = 'Looks-0nly';

async function plant(server: LabServer): Promise<void> {
  await server.rows('create database shop');
  await server.rows(
    'create table shop.visit (id int primary key, day date, kind int, key by_day (day), key by_kind (kind))',
  );
  await server.rows("insert into shop.visit values (1, '2026-01-01', 1), (2, '2026-01-02', 2), (3, '2026-01-03', 3)");
  await server.rows("select id from shop.visit force index (by_day) where day = '2026-01-02'");
}

async function enter(server: LabServer) {
  const version = parseVersion(server.version, server.flavor);
  for (const { sql } of levelStatements(version, 'observe', { user: 'looker', host: '%' }, password))
    await server.rows(sql);
  return { version, session: await logIn(server) };
}

function logIn(server: LabServer) {
  const at = { host: server.address, port: server.port };
  return open([{ kind: 'mysql', at, user: 'looker', password, tls: 'preferred' }], { pool });
}

const named = (uses: readonly { readonly table: string; readonly index: string }[]) =>
  [...new Set(uses.map(({ table, index }) => `${table}.${index}`))].sort();

test('mysql: the use of indexes is seen with the observe account, and an unused one is not there', (t) =>
  inLab(t, async ({ folder, use }) => {
    const server = use(await startServer({ flavor: 'mysql', folder, performanceSchema: 'on' }));
    await plant(server);
    const { session, version } = await enter(server);
    const { uses } = await readPortrait(use(session), version);
    assert.ok(uses?.ok, JSON.stringify(uses));
    const found = named(uses.value);
    assert.ok(found.includes('visit.by_day') && !found.includes('visit.by_kind'), found.join());
  }));

test('mariadb: with userstat the same, but only to an account that may read every table', (t) =>
  inLab(t, async ({ folder, use }) => {
    const server = use(await startServer({ flavor: 'mariadb', folder, options: ['--userstat=ON'] }));
    await plant(server);
    const { session, version } = await enter(server);
    const { uses } = await readPortrait(use(session), version);
    assert.ok(uses && !uses.ok && /may read/.test(uses.refused), JSON.stringify(uses));
    await server.rows("grant select on *.* to looker@'%'");
    const again = use(await logIn(server));
    const { uses: seen } = await readPortrait(again, version);
    assert.ok(seen?.ok, JSON.stringify(seen));
    assert.deepEqual(named(seen.value), ['visit.', 'visit.by_day']);
  }));
