import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readServers } from './read-servers.ts';

const account = { user: 'watch', password: 'Secret-1' };
const places = (form: Parameters<typeof readServers>[0]) => {
  const read = readServers({ account, ...form });
  assert.ok(read.ok, JSON.stringify(read));
  return read.servers.map(({ host, port, name = '', login }) => `${name}=${host}:${port} ${login.user}`);
};
const faults = (form: Parameters<typeof readServers>[0]) => {
  const read = readServers(form);
  assert.ok(!read.ok, JSON.stringify(read));
  for (const { words } of read.faults) {
    assert.match(words.zh, /[\u4e00-\u9fff]/);
    assert.doesNotMatch(JSON.stringify(words), /Secret-1/);
  }
  return read.faults.map(({ path, words }) => `${path}: ${words.en}`);
};

test('a list, CSV and YAML name the same servers, and their kind is seen by itself', () => {
  const expected = ['=10.1.0.1:3306 watch', 'orders=db-2:3307 watch', '=2001:db8::1:3308 watch'];
  assert.deepEqual(
    places({ text: '10.1.0.1\n# remark\norders=db-2:3307 # the second\n[2001:db8::1]:3308\n10.1.0.1:3306' }),
    expected,
  );
  assert.deepEqual(places({ text: 'host,port,name\n10.1.0.1,,\n"db-2",3307,orders\n2001:db8::1,3308,\n' }), expected);
  assert.deepEqual(places({ text: '\ufeffhost;port\r\n10.1.0.1;3306\r\n' }), expected.slice(0, 1));
  assert.deepEqual(
    places({
      text: 'servers:\n  - 10.1.0.1\n  - host: db-2\n    port: 3307\n    name: orders\n  - host: "2001:db8::1"\n    port: 3308\n',
    }),
    expected,
  );
  const own = 'host,user,password\ndb-1,other," Secret-1, with ""blanks"" "\n';
  const read = readServers({ text: own });
  assert.ok(read.ok && read.servers[0]?.login.password === ' Secret-1, with "blanks" ');
});

test('what is wrong is said at its place, all at once, never with a password', () => {
  assert.deepEqual(faults({ account }), ['text: names no server']);
  assert.deepEqual(faults({ text: 'db-1', servers: [{ host: 'db-1' }], account }), [
    'text: stands beside a list of servers: give one of them',
  ]);
  assert.deepEqual(faults({ text: 'db-1:99999\ndb-2:x', account }), [
    ...['text: line 1: “99999” is no port from 1 to 65535', 'text: line 2: “x” is no port from 1 to 65535'],
  ]);
  assert.deepEqual(faults({ text: 'db;drop|x', account }), ['text: line 1: “drop|x” is no host or address']);
  assert.deepEqual(faults({ text: 'db-1' }), ['text: line 1: no account was given for it']);
  assert.match(
    faults({ text: 'db-1', account: { user: 'root', password: 'Secret-1' } })[0] ?? '',
    /^account.user: is root/,
  );
  assert.deepEqual(faults({ text: 'db-1', account: { user: '', password: '' } }), [
    ...['account.user: must not be empty', 'account.password: must not be empty'],
  ]);
  assert.deepEqual(faults({ text: 'port,name\n1,x', format: 'csv', account }), [
    'text: the CSV’s first line has no column “host”',
  ]);
  assert.deepEqual(faults({ text: 'host,password\n"db-1,Secret-1\n', account }), [
    'text: the CSV has a quote that never ends, in line 2',
  ]);
  assert.deepEqual(faults({ text: 'servers:\n  - host: [Secret-1\n', account }).length, 1);
  assert.deepEqual(faults({ text: 'servers: Secret-1', account }), ['text: the YAML has no list of servers']);
  assert.deepEqual(faults({ text: '- host: db-1\n  passwort: Secret-1\n', account }), [
    'text: entry 1: has unknown fields: passwort',
  ]);
  assert.deepEqual(faults({ servers: [{ host: 'db-1', password: 'Secret-1' }], account }), [
    'servers.0.user: has a password and no user',
  ]);
  const many = Array.from({ length: 501 }, (_, at) => `db-${at}`).join('\n');
  assert.deepEqual(faults({ text: many, account }), ['text: names 501 servers: at most 500 at once']);
});

test('YAML that feeds on itself is refused', () => {
  const bomb = `a: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nservers: [*c,*c,*c]\n`;
  assert.equal(faults({ text: bomb, format: 'yaml', account }).length, 1);
});
