import assert from 'node:assert/strict';
import { appendFile, chmod, chown, mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { inLab, type LabHost, type LabServer, startLabHosts, startServer } from '@myriad/lab';
import { levelStatements, parseVersion } from '@myriad/mysql';
import { type LogPlatform, openLogPlatform } from './testing/open-log-platform.ts';

const observe = { user: 'watch', password: 'Looks-0nly' };
const hostile = '\u001b[31mred \u202egnp.exe <img src=x onerror=alert(1)>';

/** A real server that writes its logs where one deployed on that host would; `inside` is that folder as the host sees it. */
async function serverOn(host: LabHost, flavor: 'mysql' | 'mariadb', folder: string) {
  const outside = join(host.folder, 'instance');
  await mkdir(join(outside, 'log'), { recursive: true });
  await chmod(outside, 0o777);
  await chmod(join(outside, 'log'), 0o777);
  const [error, slow] = [join(outside, 'log', 'error.log'), join(outside, 'log', 'slow.log')];
  const options = [
    ...[`--log-error=${error}`, '--slow-query-log=ON', `--slow-query-log-file=${slow}`, '--long-query-time=0.2'],
    ...(flavor === 'mysql' ? ['--log-timestamps=UTC'] : []),
  ];
  const server = await startServer({ flavor, folder, options });
  return { server, error, slow, inside: `${host.root}/instance` };
}

const sshPath = async (platform: LogPlatform, host: LabHost) => ({
  ...{ kind: 'ssh' as const, address: host.address, port: host.sshPort, user: host.user },
  secretId: await platform.putSecret(host.privateKey),
  agent: false,
  jumps: [],
});

async function readable(...files: readonly string[]): Promise<void> {
  for (const file of files) if (await stat(file).catch(() => undefined)) await chmod(file, 0o644);
}

test('logs of real servers on three hosts are found by one query; what cannot be read is named', (t) =>
  inLab(t, async ({ folder, use }) => {
    const lab = use(await startLabHosts({ count: 3, folder: join(folder, 'lab') }));
    const [first, second, third] = lab.hosts;
    assert.ok(first && second && third);
    const one = await serverOn(first, 'mysql', join(folder, 'one'));
    const two = await serverOn(second, 'mariadb', join(folder, 'two'));
    use(one.server);
    use(two.server);
    const platform = use(await openLogPlatform(folder));
    const known = async (name: string, host: LabHost, flavor: 'mysql' | 'mariadb', directory: string) => {
      const spec = await sshPath(platform, host);
      return platform.addInstance({ name, flavor, directory, paths: [spec] });
    };
    for (const host of lab.hosts) await platform.trust(host);
    const [a, b, c] = [
      await known('db-1', first, 'mysql', one.inside),
      await known('db-2', second, 'mariadb', two.inside),
      await known('db-3', third, 'mysql', `${third.root}/instance`),
    ];

    const begun = Date.now() - 60_000;
    for (const { server } of [one, two]) await server.rows(`select sleep(0.3) /* ${hostile} */`);
    await readable(one.error, one.slow, two.error, two.slow);

    // Started: each server says so in its own words.
    const ready = await platform.search('dba', `text=ready for connections&from=${begun - 600_000}`);
    assert.equal(ready.status, 200);
    assert.deepEqual(new Set(ready.entries.map(({ instanceId }) => instanceId)), new Set([a, b]), told(ready));
    for (const { at } of ready.entries) assert.ok(at !== null && Math.abs(at - Date.now()) < 600_000, `${at}`);
    const missing = ready.outcomes.get(`${c}/error`);
    assert.equal(missing?.state, 'failed');
    assert.match(missing.because?.en ?? '', /There is no file .*error\.log on the host/);

    const slow = await platform.search('dba', `kinds=slow&text=sleep(0.3) <IMG&from=${begun}`);
    assert.deepEqual(slow.entries.map(({ instanceId }) => instanceId).toSorted(), [a, b].sort(), told(slow));
    for (const { text, seconds, user, at } of slow.entries) {
      assert.ok((seconds ?? 0) >= 0.3 && user?.startsWith('root'), `${seconds} ${user}`);
      assert.ok(at !== null && at >= begun && at <= Date.now() + 5000);
      assert.match(text, /\ufffd\[31mred \ufffdgnp\.exe <img src=x/);
    }
    // Nothing of it is left that a terminal or a page would act on.
    const sent = JSON.stringify(slow.lines);
    assert.ok(!sent.includes('\u001b') && !sent.includes('\\u001b') && !sent.includes('\u202e'));

    // Rotated by hand, as logrotate would: both files are read, and their entries are in order.
    await rename(one.error, `${one.error}.1`);
    await one.server.rows('flush error logs');
    const late = new Date().toISOString().replace('Z', '000Z');
    await appendFile(one.error, `${late} 9 [ERROR] [MY-010584] [Repl] a line of the new file\n  and its second\n`);
    await readable(one.error);
    const both = await platform.search('dba', `instances=${a}&from=${begun - 600_000}`);
    const of = both.outcomes.get(`${a}/error`);
    assert.equal(of?.files?.length, 2, JSON.stringify(of));
    assert.deepEqual(both.entries.at(-1)?.text, 'a line of the new file\n  and its second');
    const errors = await platform.search('dba', `instances=${a}&level=error&from=${begun - 600_000}`);
    assert.deepEqual(
      errors.entries.map(({ code }) => code),
      ['MY-010584'],
    );

    // A log of 40 MB with other entries: the end of it is read, not the whole, and how far is said.
    const filler = `${new Date(begun).toISOString().replace('Z', '000Z')} 0 [Note] [MY-000001] [Server] ${'filler '.repeat(70)}\n`;
    const big = join(first.folder, 'instance', 'log', 'big.log');
    await writeFile(big, filler.repeat(80_000));
    await rename(one.error, `${one.error}.2`);
    await rename(big, one.error);
    await readable(one.error);
    const huge = await platform.search('dba', `instances=${a}&text=nothing like it&from=${begun - 600_000}`);
    const bound = huge.outcomes.get(`${a}/error`);
    assert.ok(bound?.readBytes && bound.readBytes < 9 * 1024 * 1024 && bound.readBackTo, JSON.stringify(bound));

    // Not ours to read, and a host that died: both are named, the others are read.
    if (process.getuid?.() === 0) {
      await chown(one.slow, 0, 0);
      await chmod(one.slow, 0o600);
      const refused = await platform.search('dba', `kinds=slow&instances=${a},${b}&from=${begun}`);
      assert.match(refused.outcomes.get(`${a}/slow`)?.because?.en ?? '', /may not read .*slow\.log/);
      assert.equal(refused.outcomes.get(`${b}/slow`)?.state, 'read');
    }
    await second.kill();
    const died = await platform.search('dba', `kinds=error&hosts=db-1,db-2&from=${begun}`);
    assert.deepEqual(
      [died.outcomes.get(`${a}/error`)?.state, died.outcomes.get(`${b}/error`)?.state],
      ['read', 'failed'],
    );
  }));

test('where there is no way to the host, the error log comes from the server, or it is said why not', (t) =>
  inLab(t, async ({ folder, use }) => {
    const servers: LabServer[] = [];
    for (const flavor of ['mysql', 'mariadb'] as const) {
      const server = use(await startServer({ flavor, folder: join(folder, flavor), performanceSchema: 'on' }));
      const version = parseVersion(server.version, flavor);
      for (const { sql } of levelStatements(version, 'observe', { user: observe.user, host: '%' }, observe.password))
        await server.rows(sql);
      servers.push(server);
    }
    const platform = use(await openLogPlatform(folder));
    const [mysql, mariadb] = await Promise.all(
      servers.map(({ address, port, flavor, version }) =>
        platform.addInstance({ name: flavor, flavor, version, address, port, observe }),
      ),
    );
    const { entries, outcomes } = await platform.search(
      'dba',
      `kinds=error,slow&text=ready for connections&from=${Date.now() - 600_000}`,
    );
    assert.ok(
      entries.length >= 1 && entries.every(({ instanceId }) => instanceId === mysql),
      JSON.stringify([...outcomes]),
    );
    assert.equal(outcomes.get(`${mysql}/error`)?.source, 'table');
    assert.match(outcomes.get(`${mariadb}/error`)?.because?.en ?? '', /no way to the host/);
    for (const id of [mysql, mariadb])
      assert.match(outcomes.get(`${id}/slow`)?.because?.en ?? '', /no way to the host/);
  }));

const told = ({ outcomes, lines }: { outcomes: ReadonlyMap<string, unknown>; lines: readonly unknown[] }) =>
  `${JSON.stringify([...outcomes])}\n${JSON.stringify(lines).slice(0, 2000)}`;
