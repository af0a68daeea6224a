import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ServerPortrait, TableFacts } from '@myriad/mysql';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import type { Actor } from '../../../platform/policy/decision.ts';
import { putPacked } from '../store.ts';
import { openSimulatedPlatform } from '../testing/simulated-fleet.ts';
import { packPortrait } from './pack-portrait.ts';
import { rememberedParameters } from './remembered-parameters.ts';
import { listAccounts } from './view-accounts.ts';
import { viewSpace } from './view-space.ts';

const none = { ok: false, refused: 'not read' } as const;
const table = (
  schema: string,
  name: string,
  dataBytes: number | null,
  kind: TableFacts['kind'] = 'table',
): TableFacts => ({
  ...{
    schema,
    name,
    kind,
    engine: 'InnoDB',
    rowFormat: '',
    rows: 10,
    dataBytes,
    indexBytes: dataBytes && 1,
    freeBytes: 0,
  },
  ...{ autoIncrement: null, collation: '', comment: '' },
});
const account = (user: string, host: string, global: readonly string[]) => ({
  ...{
    user,
    host,
    isRole: false,
    plugin: 'x',
    locked: false,
    passwordExpired: false,
    passwordChangedAt: null,
    tls: '',
    global,
  },
});
const hostile = '<b>\u202e';
const portrait: ServerPortrait = {
  ...{ ownPrivileges: none, plugins: none, engines: none, binlogFilters: none, dumpThreads: none, groupMembers: none },
  ...{
    nonTransactional: none,
    events: none,
    tls: none,
    managed: null,
    readAt: 5000,
    tookMilliseconds: 1,
    schemas: none,
  },
  variables: { ok: true, value: { max_connections: '77' } },
  accounts: { ok: true, value: [account('watch', '%', []), account(hostile, 'h', ['SUPER'])] },
  emptyPasswords: { ok: true, value: [{ user: hostile, host: 'h' }] },
  schemaGrants: { ok: true, value: [{ user: hostile, host: 'h', schema: 'shop', privileges: ['SELECT'] }] },
  contents: {
    ...{ columns: none, indexes: none, skipped: [{ schema: 'huge', tables: 90_000 }] },
    tables: {
      ok: true,
      value: [
        table('shop', 'small', 10),
        table('shop', 'large', 900),
        table('shop', 'v', 5000, 'view'),
        table(hostile, 't', null),
      ],
    },
  },
};
const dba: Actor = { id: 'u1', name: 'dora', roles: ['dba'], via: 'session' };
const requester: Actor = { ...dba, roles: ['requester'] };

test('space and accounts come from the last deep look, the largest first, harmless, and for operators only', async () => {
  const server = {
    index: 0,
    address: '127.85.0.1',
    port: 9,
    cluster: 0,
    flavor: 'mysql',
    version: '8.4.3',
    serverId: 1,
  } as const;
  const fleet = [{ ...server, source: null }];
  await using platform = await openSimulatedPlatform({ simulator: { fleet }, password: 'x', periodSeconds: 0 });
  const { db, metadata } = platform;
  const [id = ''] = platform.instanceIds;
  const all = { limit: 10 };
  const nothing = await viewSpace({ db, metadata }, dba, id, all);
  assert.deepEqual(
    [nothing.at, nothing.tables, (await listAccounts({ db, metadata }, dba, id)).items],
    [undefined, [], []],
  );
  assert.equal(await rememberedParameters(db, id), undefined);

  const packed = await packPortrait({ glance: {} as never, portrait }); // only carried
  await inTransaction(db, (tx) => putPacked(tx, id, 5000, packed));
  const space = await viewSpace({ db, metadata }, dba, id, all);
  assert.deepEqual(
    space.tables.map(({ schema, name }) => `${schema}.${name}`),
    ['shop.large', 'shop.small', '<b>\ufffd.t'],
  );
  assert.deepEqual(
    space.schemas.map(({ name, tables, dataBytes }) => [name, tables, dataBytes]),
    [
      ['shop', 2, 910],
      ['<b>\ufffd', 1, null],
    ],
  );
  assert.deepEqual([space.found, space.skipped], [3, [{ schema: 'huge', tables: 90_000 }]]);
  assert.equal((await viewSpace({ db, metadata }, dba, id, { limit: 1, table: 'ALL' })).found, 1);
  assert.equal((await viewSpace({ db, metadata }, dba, id, { limit: 9, schema: '<b>\ufffd' })).found, 1);

  const accounts = await listAccounts({ db, metadata }, dba, id);
  assert.deepEqual(
    accounts.items.map(({ user, emptyPassword, purpose, schemas }) => [user, emptyPassword, purpose, schemas.length]),
    [
      ['<b>\ufffd', true, undefined, 1],
      ['watch', false, 'observe', 0],
    ],
  );
  assert.deepEqual((await rememberedParameters(db, id))?.values, { max_connections: '77' });
  const refused = (error: unknown) => (error as { code?: string }).code === 'NOT_AN_OPERATOR';
  await assert.rejects(viewSpace({ db, metadata }, requester, id, all), refused);
  await assert.rejects(listAccounts({ db, metadata }, requester, id), refused);
});
