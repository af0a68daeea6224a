import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Hostility, newLoopbackAddresses, startServer, startSimulator } from '@myriad/lab';
import { levelStatements, parseVersion } from '@myriad/mysql';
import { inPlatform } from './testing/in-platform.ts';

const account = { user: 'watch', password: 'Looks-0nly-7' };

const hostilities: readonly Hostility[] = [
  ...([
    'wrong-protocol',
    'silent',
    'hangs-after-handshake',
    'hangs-on-statement',
    'huge-answer',
    'huge-packet',
  ] as const),
  ...(['hostile-names', 'invalid-utf8', 'clock-off', 'denied-half-way', 'dies-mid-sweep', 'resets'] as const),
  ...(['slow-drip', 'refuses-login', 'too-many-connections', 'nonsense'] as const),
];

test('hostile servers are nodes with a reason; one good one among them is found all the same', (t) =>
  inPlatform(t, async (platform, { use }) => {
    const [firstAddress = ''] = newLoopbackAddresses(1);
    const servers = hostilities.length + 1;
    const simulator = use(await startSimulator({ servers, clusters: servers, firstAddress }));
    for (const [at, hostility] of hostilities.entries()) {
      const server = simulator.fleet[at];
      if (server) server.hostility = hostility;
    }
    await platform.allow('127.0.0.0/8');
    const text = simulator.fleet.map(({ address, port }) => `${address}:${port}`).join('\n');
    const begun = performance.now();
    const found = await platform.discover({ text, account });
    assert.equal(found.state, 'done', platform.lines.slice(-5).join('\n'));
    assert.ok(performance.now() - begun < 200_000);
    const nodes = found.clusters.flatMap(({ graph }) => graph.nodes);
    const stateOf = (hostility: Hostility) => {
      const server = simulator.fleet[hostilities.indexOf(hostility)];
      return nodes.find(({ id }) => id === `${server?.address}:${server?.port}`)?.state;
    };
    assert.equal(stateOf('wrong-protocol'), 'not-mysql');
    assert.equal(stateOf('refuses-login'), 'refused');
    for (const silent of ['silent', 'hangs-after-handshake', 'resets', 'hangs-on-statement'] as const)
      assert.equal(stateOf(silent), 'unreachable', silent);
    for (const node of nodes) {
      assert.ok(node.name.length <= 300);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be there.
      assert.doesNotMatch(JSON.stringify(node), /[\u0000-\u001f\u202e]|\\u202e|\\n/);
    }
    const good = simulator.fleet[servers - 1];
    const last = found.clusters.find(({ servers: its }) => its.some(({ address }) => address === good?.address));
    assert.equal(last?.abilities.adopt.allowed, true, JSON.stringify(last?.abilities));
  }));

test('a replica is found by its dump thread, on a port to try; one outside the allow-list is only heard of', (t) =>
  inPlatform(t, async (platform, { folder, use }) => {
    const [at = '', of = ''] = newLoopbackAddresses(2);
    const primary = use(
      await startServer({ flavor: 'mysql', folder: join(folder, 'p'), address: at, performanceSchema: 'on' }),
    );
    const replica = use(await startServer({ flavor: 'mysql', folder: join(folder, 'r'), address: of, serverId: 2 }));
    const version = parseVersion(primary.version, 'mysql');
    for (const { sql } of levelStatements(version, 'observe', { user: account.user, host: '%' }, account.password))
      await primary.rows(sql);
    await primary.rows(`create user repl@'%' identified by '${account.password}'`);
    await primary.rows("grant replication slave on *.* to repl@'%'");
    // The address it dials from is the one it listens on, as on a machine of its own.
    await replica.rows(
      `change replication source to source_host = ?, source_port = ?, source_user = 'repl', source_password = ?,
        source_auto_position = 1, get_source_public_key = 1, source_bind = '${of}'`,
      [at, primary.port, account.password],
    );
    await replica.rows('start replica');
    await platform.until('the replica', 60, async () => {
      const [row] = await replica.rows("select count(*) as n from mysql.user where user = 'watch'");
      return Number(row?.n) === 1 ? true : undefined;
    });
    await platform.allow('127.0.0.0/8');
    const servers = [{ host: primary.address, port: primary.port, name: 'orders-1' }];
    const found = await platform.discover({ servers, account, ports: [replica.port] });
    const [cluster] = found.clusters;
    assert.equal(cluster?.suggestedName, 'orders-1');
    assert.deepEqual(
      cluster?.servers.map(({ id, role }) => [id, role]).sort(),
      [
        [`${at}:${primary.port}`, 'primary'],
        [`${of}:${replica.port}`, 'replica'],
      ].sort(),
      JSON.stringify(found),
    );
    // Only the primary’s network is allowed: the replica is heard of, and nothing is sent to it.
    await platform.allow(`${at}/32`);
    const less = await platform.discover({ servers, account, ports: [replica.port] });
    assert.deepEqual(less.progress.answered, 1);
    assert.ok(less.clusters[0]?.graph.nodes.some(({ state }) => state === 'heard-of'));
  }));
