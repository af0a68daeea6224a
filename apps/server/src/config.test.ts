import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { ConfigError, printConfigReference, readConfig, secretsOf } from './config.ts';

const key = `k1 ${'ab'.repeat(32)}`;

test('nothing set gives a safe server on loopback with everything in one folder', () => {
  const config = readConfig({ XDG_DATA_HOME: '/data', MYRIAD_LOG: '' });
  assert.deepEqual(config, {
    home: '/data/myriad',
    listen: { host: '127.0.0.1', port: 7700 },
    publicUrl: undefined,
    trustProxy: false,
    store: { file: '/data/myriad/myriad.db' },
    engine: 'embedded',
    engineAdmin: undefined,
    engineEndpoint: { host: '127.0.0.1', port: 7701 },
    engineIdentity: undefined,
    packages: '/data/myriad/packages',
    sshAgent: undefined,
    keyFile: '/data/myriad/keys',
    key: undefined,
    demo: false,
    sweepSeconds: 10,
    metrics: 'token',
    log: 'info',
    unknown: [],
  });
});

test('what is set is taken', () => {
  const config = readConfig({
    MYRIAD_HOME: '/m',
    MYRIAD_LISTEN: '[::1]:80',
    MYRIAD_STORE: 'mysql://u:p@h:3306/myriad',
    MYRIAD_KEY: `${key}, ${key.replace('k1', 'k2')}`,
    MYRIAD_TRUST_PROXY: 'yes',
    MYRIAD_LISTN: 'x',
    MYRIAD_MYSQL_TREE: '/t',
  });
  assert.deepEqual(config.listen, { host: '::1', port: 80 });
  assert.deepEqual(config.store, { url: 'mysql://u:p@h:3306/myriad' });
  assert.equal(config.key?.split('\n').length, 2);
  assert.equal(config.trustProxy, true);
  assert.deepEqual(config.unknown, ['MYRIAD_LISTN']);
  assert.deepEqual(readConfig({ MYRIAD_LISTEN: '7701' }).listen, { host: '127.0.0.1', port: 7701 });
});

test('all faults come together, each with what to write, and without a secret', () => {
  const wrong = {
    MYRIAD_HOME: 'relative',
    MYRIAD_LISTEN: 'localhost:99999',
    MYRIAD_STORE: 'postgres://u:hunter2@h/db',
    MYRIAD_ENGINE: 'cloud',
    MYRIAD_KEY: 'hunter2',
    MYRIAD_LOG: 'loud',
    MYRIAD_PUBLIC_URL: 'myriad',
    MYRIAD_TRUST_PROXY: 'maybe',
  };
  assert.throws(
    () => readConfig(wrong),
    (error) => {
      assert(error instanceof ConfigError);
      assert.deepEqual(error.faults.map((fault) => fault.split(' ')[0]).toSorted(), Object.keys(wrong).toSorted());
      assert(error.faults.every((fault) => fault.includes('Write ')));
      assert.doesNotMatch(error.message, /hunter2/);
      return true;
    },
  );
});

test('two sources of keys are refused', () => {
  assert.throws(() => readConfig({ MYRIAD_KEY: key, MYRIAD_KEY_FILE: '/k' }), /Unset one/);
});

test('docs/reference/config.md is what the settings say: node apps/server/src/config.ts > docs/reference/config.md', async () => {
  const text = await readFile(new URL('../../../docs/reference/config.md', import.meta.url), 'utf8');
  assert.equal(text, printConfigReference());
});

test('the values the log must never show are named', () => {
  const config = readConfig({ MYRIAD_STORE: 'mysql://u:p%40ss%20word@h/db', MYRIAD_KEY: key });
  assert.deepEqual(secretsOf(config), ['p%40ss%20word', 'p@ss word', 'ab'.repeat(32)]);
  assert.deepEqual(secretsOf(readConfig({})), []);
});
