import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { parseVersion, readReplication, readServerState } from '@myriad/mysql';
import { createPathPool, type MysqlSession, open, PathError } from '@myriad/paths';
import type { SimulatedServer } from './simulated-server.ts';
import { type Simulator, startSimulator } from './start-simulator.ts';

const account = { user: 'watch', password: 'se"cr\'et', plugin: 'caching_sha2_password' } as const;
const pool = createPathPool();
let simulator: Simulator;

before(async () => {
  simulator = await startSimulator({ servers: 40, clusters: 10, account, firstAddress: '127.81.0.1' });
});
after(async () => {
  await simulator[Symbol.asyncDispose]();
  await pool[Symbol.asyncDispose]();
});

const server = (index: number): SimulatedServer => {
  const found = simulator.fleet[index];
  assert.ok(found);
  return found;
};

function connect(index: number, more: { password?: string; timeoutSeconds?: number } = {}): Promise<MysqlSession> {
  const { address: host, port } = server(index);
  const { user, password } = { ...account, ...more };
  const hop = { kind: 'mysql', at: { host, port }, user, password, tls: 'preferred' } as const;
  return open([hop], { pool, timeoutSeconds: more.timeoutSeconds ?? 10 });
}

const failsWith = (pattern: RegExp) => (error: unknown) => {
  assert.ok(error instanceof PathError);
  assert.match(`${error.code} ${error.message}`, pattern);
  return true;
};

test('a primary and a replica of both flavours say what a real server says', async () => {
  for (const [index, flavor, replica] of [
    [0, 'mysql', false],
    [11, 'mysql', true],
    [4, 'mariadb', false],
    [14, 'mariadb', true],
  ] as const) {
    await using session = await connect(index);
    const state = await readServerState(session);
    assert.deepEqual([state.version.flavor, state.readOnly, state.serverId], [flavor, replica, index + 1]);
    assert.ok(state.uptimeSeconds > 86_000);
    const channels = await readReplication(session, state.version);
    assert.equal(channels.length, replica ? 1 : 0);
    const [channel] = channels;
    if (replica)
      assert.deepEqual(
        [channel?.source, channel?.receiver, channel?.applier, channel?.lagSeconds],
        [{ host: server(index % 10).address, port: simulator.port }, 'running', 'running', 0],
      );
  }
});

test('prepared statements answer like text, and an unknown one is a syntax error', async () => {
  await using session = await connect(3);
  const rows = await session.query('select @@global.server_id as id, ? as given', [5]);
  assert.deepEqual({ ...rows[0] }, { id: '4', given: '?' });
  await assert.rejects(session.query('select ? from mysql.user', [5]), failsWith(/SQL_FAILED.*syntax/));
  await assert.rejects(session.query('drop table t'), failsWith(/SQL_FAILED.*syntax/));
});

test('GTIDs advance with the time, later on a replica that is late', async () => {
  await using primary = await connect(1);
  await using replica = await connect(21);
  server(21).lagSeconds = 3600;
  const executed = async (session: MysqlSession) => (await readServerState(session)).executed;
  const [ahead, behind] = [await executed(primary), await executed(replica)];
  const last = (set: string) => Number(/-(\d+)$/.exec(set)?.[1]);
  assert.ok(last(ahead) - last(behind) >= 3599, `${ahead} ${behind}`);
});

test('the password is checked where there is one', async () => {
  await assert.rejects(connect(2, { password: 'wrong' }), failsWith(/LOGIN_REFUSED/));
});

const look = async (index: number) => {
  await using session = await connect(index, { timeoutSeconds: 1 });
  const version = parseVersion(server(index).version);
  await session.query("SHOW GLOBAL STATUS WHERE Variable_name IN ('uptime')", [], { timeoutSeconds: 1 });
  await session.query('SELECT @@GLOBAL.hostname AS hostname', [], { timeoutSeconds: 1 });
  await readReplication(session, version);
};

for (const [hostility, expected] of [
  ['wrong-protocol', /HOP_UNREACHABLE|TIMED_OUT/],
  ['silent', /TIMED_OUT/],
  ['hangs-after-handshake', /TIMED_OUT/],
  ['hangs-on-statement', /TIMED_OUT/],
  ['huge-answer', /OUTPUT_TOO_LARGE|TIMED_OUT/],
  ['denied-half-way', /SQL_FAILED.*denied/],
  ['dies-mid-sweep', /CONNECTION_LOST/],
  ['resets', /HOP_UNREACHABLE/],
  ['slow-drip', /TIMED_OUT/],
  ['refuses-login', /LOGIN_REFUSED/],
  ['too-many-connections', /HOP_UNREACHABLE.*Too many/],
] as const) {
  test(`a server that is hostile (${hostility}) ends within its limit, by its name`, async () => {
    server(30).hostility = hostility;
    try {
      await assert.rejects(look(30), failsWith(expected));
    } finally {
      server(30).hostility = null;
      simulator.cut(30);
    }
  });
}

test('one that is down refuses, and one that was cut is found again', async () => {
  server(31).up = false;
  await assert.rejects(look(31), failsWith(/HOP_UNREACHABLE/));
  server(31).up = true;
  await look(31);
});
