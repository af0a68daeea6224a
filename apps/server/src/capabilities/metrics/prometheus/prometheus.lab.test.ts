import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort, inLab, type RunningTool, startTool } from '@myriad/lab';
import { observer, openMetricsLab } from '../testing/open-lab.ts';

/** As docs/operate/metrics.md gives it to people, with the addresses of this test. */
async function documented(replaced: Readonly<Record<string, string>>): Promise<string> {
  const page = await readFile(new URL('../../../../../../docs/operate/metrics.md', import.meta.url), 'utf8');
  let text = /```yaml\n(# prometheus\.yml[\s\S]*?)```/.exec(page)?.[1] ?? '';
  for (const [from, to] of Object.entries(replaced)) {
    assert.ok(text.includes(from), `the page says ${from}`);
    text = text.replaceAll(from, to);
  }
  return text;
}

interface Sample {
  readonly metric: Readonly<Record<string, string>>;
  readonly value: readonly [number, string];
}

test('a real Prometheus reads /metrics, finds every instance by the discovery, and a real mysqld_exporter answers for each', (t) =>
  inLab(t, async ({ folder, use }) => {
    const lab = await openMetricsLab({ folder, use });
    const [exporterPort, prometheusPort] = [await freePort(), await freePort()];
    await writeFile(join(folder, 'token'), lab.token, { mode: 0o600 });
    const account = `[client]\nuser=${observer.user}\npassword=${observer.password}\n`;
    await writeFile(join(folder, 'exporter.cnf'), account, { mode: 0o600 });
    const exporter = use(
      await startTool('prometheus-mysqld-exporter', [
        `--web.listen-address=127.0.0.1:${exporterPort}`,
        `--config.my-cnf=${join(folder, 'exporter.cnf')}`,
      ]),
    );
    const configuration = await documented({
      'myriad.example.com:7700': new URL(lab.url).host,
      '127.0.0.1:9104': `127.0.0.1:${exporterPort}`,
      '/etc/prometheus/myriad-token': join(folder, 'token'),
      'interval: 15s': 'interval: 3s',
      'timeout: 10s': 'timeout: 3s',
      '60s': '5s',
    });
    await writeFile(join(folder, 'prometheus.yml'), configuration);
    await mkdir(join(folder, 'tsdb'));
    const prometheus = use(
      await startTool('prometheus', [
        `--config.file=${join(folder, 'prometheus.yml')}`,
        `--storage.tsdb.path=${join(folder, 'tsdb')}`,
        `--web.listen-address=127.0.0.1:${prometheusPort}`,
      ]),
    );
    const query = async (text: string): Promise<readonly Sample[]> => {
      const url = `http://127.0.0.1:${prometheusPort}/api/v1/query?query=${encodeURIComponent(text)}`;
      const answer = await fetch(url).catch(() => undefined);
      const body = answer?.ok ? await answer.json() : undefined;
      return (body as { data?: { result: Sample[] } } | undefined)?.data?.result ?? [];
    };
    const until = async (text: string, holds: (found: readonly Sample[]) => boolean) => {
      for (const end = performance.now() + 120_000; ; await delay(300)) {
        const found = await query(text);
        if (holds(found)) return found;
        const said = (tool: RunningTool) => `${tool.exitCode()} ${tool.lastWords().slice(-1500)}`;
        const told = `${text}: ${JSON.stringify(found)}\n${said(prometheus)}\n${said(exporter)}`;
        assert.ok(performance.now() < end && prometheus.exitCode() === undefined, told);
      }
    };

    const isUp = ({ value }: Sample) => value[1] === '1';
    const up = await until('myriad_instance_up', (found) => found.length === 2 && found.every(isUp));
    assert.deepEqual(up.map(({ metric }) => metric.instance_id).toSorted(), [...lab.platform.instanceIds].sort());
    const [build] = await until('myriad_build_info', (found) => found.length === 1);
    assert.equal(build?.metric.version, '1.2.3');

    const exported = await until('mysql_up', (found) => found.length === 2 && found.every(isUp));
    for (const { metric } of exported) {
      const server = lab.servers.find(({ flavor }) => flavor === metric.flavor);
      assert.ok(server, JSON.stringify(metric));
      assert.equal(metric.instance, `${server.address}:${server.port}`);
      assert.deepEqual([metric.role, metric.environment], ['primary', 'test']);
      assert.ok(server.version.startsWith(metric.version ?? '?') && metric.cluster?.startsWith('cluster-'));
    }
    // What the exporter says of a server, next to what the platform knows: joined by a label both have.
    const joined = 'mysql_global_status_uptime * on (instance_id) group_left () myriad_instance_up';
    await until(joined, (found) => found.length === 2 && found.every(({ value }) => Number(value[1]) > 0));
    const [broken] = await until('count(up == 0) or vector(0)', (found) => found.length === 1);
    assert.equal(broken?.value[1], '0');

    // Without a token, or with a wrong one, nothing is told.
    for (const path of ['/metrics', '/api/http-sd']) {
      assert.equal((await fetch(lab.url + path)).status, 401, path);
      const headers = { authorization: 'Bearer mt_wrong' };
      assert.equal((await fetch(lab.url + path, { headers })).status, 401, path);
    }
  }));
