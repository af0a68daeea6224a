import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type RuleScope, StandardRules } from '@myriad/contract';
import type { AccountFacts } from '@myriad/mysql';
import { shippedRules } from '../shipped/index.ts';
import { waysBack } from '../view-compliance.ts';
import { appliesTo, judgeInstance } from './judge-instance.ts';
import { notRead, type Seen, type Subject } from './seen.ts';
import { isSpared } from './spared.ts';

const now = Date.parse('2026-11-22T00:00:00Z');
const seen = (more: Partial<Seen> = {}): Seen => ({
  lookedAt: now,
  variables: { ok: true, value: {} },
  ...{ accounts: { ok: true, value: [] }, emptyPasswords: { ok: true, value: [] } },
  ...{ schemas: { ok: true, value: [] }, tables: { ok: true, value: [] } },
  ...{ file: notRead('not ours'), persisted: { ok: true, value: {} } },
  ...more,
});
const subject = (more: Partial<Subject['instance']> = {}, look: Partial<Seen> | 'never' = {}): Subject => ({
  instance: {
    ...{ id: 'i', name: 'h:3306', role: 'primary', flavor: 'mysql', version: '8.4.3', directory: '/d', clusterId: 'c' },
    ...{ packageId: 'p', ...more },
  },
  cluster: { id: 'c', name: 'orders', environment: 'test', fixed: {}, level: 'operate', managedBy: null },
  seen: look === 'never' ? undefined : seen(look),
});
const variables = (value: Record<string, string>): Partial<Seen> => ({ variables: { ok: true, value } });
const judged = (code: string, on: Subject) =>
  judgeInstance(
    shippedRules.filter((rule) => rule.code === code),
    on,
    [],
    now,
  ).items[0];

test('the shipped rules are rules: each code once, every pattern short and harmless', () => {
  const { error } = StandardRules.safeParse(shippedRules);
  assert.equal(error, undefined, JSON.stringify(error?.issues));
  assert.ok(shippedRules.length >= 40);
});

test('a parameter is judged by meaning, and its way back says how', () => {
  const wrong = judged('binlog-flushed', subject({}, variables({ sync_binlog: '100' })));
  assert.deepEqual(
    [wrong?.state, wrong?.remedy, wrong?.set, wrong?.found],
    ['differs', 'now', { name: 'sync_binlog', value: '1' }, 'sync_binlog = 100'],
  );
  assert.equal(judged('packet-enough', subject({}, variables({ max_allowed_packet: '16777216' })))?.state, 'ok');
  assert.equal(
    judged('strict-sql', subject({}, variables({ sql_mode: 'ansi_quotes,strict_trans_tables' })))?.state,
    'ok',
  );
  const strict = judged('strict-sql', subject({}, variables({ sql_mode: 'ANSI_QUOTES' })));
  assert.deepEqual(strict?.set, { name: 'sql_mode', value: 'ANSI_QUOTES,STRICT_TRANS_TABLES' });
  // What no ticket may change, and what waits.
  assert.deepEqual(
    [
      judged('gtid-on', subject({}, variables({ gtid_mode: 'OFF' })))?.remedy,
      judged('time-zone-named', subject({}, variables({ time_zone: 'SYSTEM' })))?.remedy,
    ],
    ['by-hand', 'by-hand'],
  );
  const resolve = variables({ skip_name_resolve: 'OFF' });
  assert.equal(judged('names-not-resolved', subject({}, resolve))?.remedy, 'restart');
  const written = { ...resolve, file: { ok: true, value: { skip_name_resolve: 'ON' } } } as const;
  assert.equal(judged('names-not-resolved', subject({}, written))?.remedy, 'pending');
  // Of a server that is not ours.
  assert.equal(judged('names-not-resolved', subject({ packageId: null }, resolve))?.remedy, 'by-hand');
  assert.equal(judged('binlog-flushed', subject({ packageId: null }, variables({ sync_binlog: '0' })))?.remedy, 'now');
});

test('what could not be seen is unknown, never right', () => {
  for (const on of [subject({}, 'never'), subject({}, { variables: notRead('denied') })])
    assert.equal(judged('binlog-flushed', on)?.state, 'unknown');
  assert.equal(judged('has-password', subject({}, { emptyPasswords: notRead('denied') }))?.state, 'unknown');
  assert.equal(
    judged('table-names', subject({}, { tables: notRead('no deep look yet') }))?.because?.zh,
    '尚未进行深度查看。',
  );
  // A server that has no such parameter has nothing to be judged.
  assert.equal(judged('binlog-flushed', subject({}, variables({}))), undefined);
});

const account = (user: string, host: string, more: Partial<AccountFacts> = {}): AccountFacts => ({
  ...{ user, host, isRole: false, plugin: '', locked: false, passwordExpired: false, passwordChangedAt: null },
  ...{ tls: '', global: [], ...more },
});

test('accounts that open doors are named, the platform’s own and those nobody can use are not', () => {
  const accounts = {
    ok: true,
    value: [
      account('app', '%'),
      account('myriad_admin', '%', { global: ['SUPER'] }),
      account('old', '%', { locked: true, global: ['SUPER'] }),
      account('readers', '%', { isRole: true }),
      account('root', 'localhost', { global: ['SUPER'] }),
      account('root', '10.%', { global: ['SUPER'] }),
      account('', 'localhost'),
    ],
  } as const;
  const found = (code: string) => judged(code, subject({}, { accounts }))?.found;
  assert.equal(found('no-any-host'), 'app@%');
  assert.equal(found('no-super'), 'root@10.%');
  assert.equal(found('root-is-local'), 'root@10.%');
  assert.equal(found('no-anonymous'), "''@localhost");
  const emptyPasswords = {
    ok: true,
    value: [
      { user: 'old', host: '%' },
      { user: 'app', host: '%' },
    ],
  } as const;
  assert.equal(judged('has-password', subject({}, { accounts, emptyPasswords }))?.found, 'app@%');
});

test('places, names and versions', () => {
  const placed = (datadir: string) => judged('data-in-place', subject({}, variables({ datadir })))?.state;
  assert.deepEqual(
    [placed('/d/data/'), placed('/d/data/x'), placed('/d/database'), placed('/d/data/../../etc')],
    ['ok', 'ok', 'differs', 'differs'],
  );
  assert.equal(judged('data-in-place', subject({ packageId: null }, variables({ datadir: '/x' }))), undefined);
  const schemas = {
    ok: true,
    value: ['orders', 'Shop', 'a b'].map((name) => ({ name, characterSet: '', collation: '', tables: 1 })),
  } as const;
  assert.equal(judged('schema-names', subject({}, { schemas }))?.found, 'Shop, a b');
  const supported = (flavor: 'mysql' | 'mariadb', version: string) =>
    judged('version-supported', subject({ flavor, version }));
  assert.deepEqual(
    [
      ['mysql', '5.7.44'],
      ['mysql', '8.0.40'],
      ['mysql', '9.7.4'],
      ['mariadb', '10.6.20'],
      ['mariadb', '11.4.2'],
      ['mysql', '9.9.0'],
    ].map(([flavor, version]) => supported(flavor as 'mysql', version ?? '')?.state),
    ['differs', 'differs', 'ok', 'differs', 'ok', 'unknown'],
  );
  // Soon over: said beforehand, and not as badly.
  const soon = judgeInstance(
    shippedRules.filter(({ code }) => code === 'version-supported'),
    subject({ flavor: 'mariadb', version: '11.8.1' }),
    [],
    Date.parse('2028-03-01'),
  ).items[0];
  assert.deepEqual([soon?.state, soon?.grade], ['differs', 'warn']);
});

test('a rule is for whom it says', () => {
  const on = { instance: subject({ version: '8.0.26', role: 'replica' }).instance };
  assert.ok(appliesTo({}, on));
  assert.ok(appliesTo({ flavor: 'mysql', from: '8.0.26', below: '8.4', roles: ['replica'], origin: 'deployed' }, on));
  const others: readonly RuleScope[] = [
    { flavor: 'mariadb' },
    { from: '8.0.27' },
    { below: '8.0' },
    { roles: ['primary'] },
    { origin: 'adopted' },
  ];
  for (const scope of others) assert.ok(!appliesTo(scope, on), JSON.stringify(scope));
});

test('a star spares, and nothing else in a name is a pattern', () => {
  assert.ok(isSpared(['myriad_*'], 'myriad_x') && isSpared(['*'], 'x') && isSpared(['a*b*c'], 'aXbYc'));
  assert.ok(
    !isSpared(['myriad_*'], 'xmyriad_') &&
      !isSpared(['a.c'], 'abc') &&
      !isSpared(['a*b'], 'abx') &&
      !isSpared(['ab*ba'], 'aba'),
  );
});

test('drift: what is kept wins, unless a rule wants what runs; roles are no drift', () => {
  const look = (value: Record<string, string>, file: Record<string, string>, persisted: Record<string, string> = {}) =>
    judgeInstance(
      shippedRules,
      subject({}, { ...variables(value), file: { ok: true, value: file }, persisted: { ok: true, value: persisted } }),
      [],
      now,
    ).drift;
  assert.deepEqual(
    look(
      { sync_binlog: '1', max_connections: '500', read_only: 'ON' },
      { sync_binlog: '1', max_connections: '500', read_only: 'OFF' },
    ),
    [],
  );
  assert.deepEqual(look({ innodb_buffer_pool_size: '268435456' }, { innodb_buffer_pool_size: '200M' }), []);
  const [drifted] = look({ long_query_time: '3.000000' }, { long_query_time: '2' });
  assert.deepEqual([drifted?.kept, drifted?.where, drifted?.set?.value], ['2', 'option-file', '2']);
  assert.equal(look({ long_query_time: '0.500000' }, { long_query_time: '7' })[0]?.set?.value, '0.5');
  // mysqld-auto.cnf is read after the option file.
  assert.equal(
    look({ max_connections: '500' }, { max_connections: '500' }, { max_connections: '100' })[0]?.where,
    'persisted',
  );
  assert.equal(look({ back_log: '80' }, { back_log: '90' })[0]?.remedy, 'pending');
});

test('one ticket for what all instances need, one each for the rest; what a rule wants goes before what was kept', () => {
  const rules = shippedRules.filter(({ code }) => ['binlog-flushed', 'slow-log-one-second'].includes(code));
  const one = (id: string, value: Record<string, string>, file: Record<string, string> = {}) => {
    const { items, drift } = judgeInstance(
      rules,
      subject({}, { ...variables(value), file: { ok: true, value: file } }),
      [],
      now,
    );
    return { instanceId: id, name: id, items: [...items], drift: [...drift] };
  };
  const back = waysBack({ id: 'c', name: 'orders' }, [
    one('a', { sync_binlog: '0', long_query_time: '5' }, { sync_binlog: '5' }),
    one('b', { sync_binlog: '0', long_query_time: '1' }),
  ]);
  assert.deepEqual(back, [
    { clusterId: 'c', name: 'orders', settings: ['sync_binlog = 1'], restart: 0 },
    { instanceId: 'a', name: 'a', settings: ['long_query_time = 1'], restart: 0 },
  ]);
});
