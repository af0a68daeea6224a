import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type { MetricSeries } from '@myriad/contract';
import { inLab, type LabServer } from '@myriad/lab';
import { openMetricsLab } from './testing/open-lab.ts';

/** Known work, between any two samples: twenty questions and more a second. */
async function work(server: LabServer, until: () => boolean): Promise<void> {
  await server.rows('create database if not exists shop');
  await server.rows('create table if not exists shop.visit (id int auto_increment primary key, at int)');
  while (!until()) {
    for (let turn = 0; turn < 20; turn++) await server.rows('insert into shop.visit (at) values (1)');
    await server.rows('select count(*) from shop.visit where at > 0');
    await delay(200);
  }
}

test('on real servers of both flavours every metric is sampled, and known work is seen in it', (t) =>
  inLab(t, async (scratch) => {
    const lab = await openMetricsLab(scratch);
    const [mysql, mariadb] = lab.servers;
    assert.ok(mysql && mariadb);
    let over = false;
    const working = Promise.all([mysql, mariadb].map((server) => work(server, () => over)));
    const read = async (index: number): Promise<MetricSeries> => {
      const path = `/api/instances/${lab.platform.instanceIds[index]}/metrics?step=10`;
      const { status, body } = await lab.http.call('requester', 'GET', path);
      assert.equal(status, 200, JSON.stringify(body));
      return body;
    };
    const highest = ({ series }: MetricSeries, name: string) =>
      Math.max(...(series.find(({ metric }) => metric === name)?.values ?? []).map((value) => value ?? -1));
    try {
      for (const index of [0, 1])
        for (const end = performance.now() + 120_000; ; await delay(500)) {
          const series = await read(index);
          const unknown = series.series.filter(({ values }) => values.every((value) => value === null));
          const names = unknown.map(({ metric }) => metric);
          // A sample is of one moment: whether somebody runs something just then is chance, so it is waited for.
          const known =
            highest(series, 'writes') > 5 &&
            highest(series, 'questions') > highest(series, 'writes') &&
            highest(series, 'running') >= 1 &&
            highest(series, 'connections') >= 2;
          // A server on its own has no lag.
          if (known && names.join() === 'lag') break;
          const seen = ['writes', 'questions', 'running', 'connections'].map(
            (name) => `${name} ${highest(series, name)}`,
          );
          assert.ok(performance.now() < end, `${index}: not known ${names}; ${seen}`);
        }
      const series = await read(0);
      assert.ok(highest(series, 'rows-scanned') > 10 && highest(series, 'redo-written') > 100);
      assert.ok(highest(series, 'pool-hit') > 50 && highest(series, 'pool-hit') <= 100);
    } finally {
      over = true;
      await working;
    }
  }));

test('samples come live over the stream, and a listener who comes again gets no sample twice', (t) =>
  inLab(t, async (scratch) => {
    const { url, token, platform, http } = await openMetricsLab(scratch);
    const path = `/api/instances/${platform.instanceIds[0]}/metrics/events`;
    const listen = async (after: string) => {
      const leave = new AbortController();
      const limit = setTimeout(() => leave.abort(), 120_000);
      const headers = { authorization: `Bearer ${token}`, ...(after ? { 'last-event-id': after } : {}) };
      const answer = await fetch(url + path, { headers, signal: leave.signal });
      assert.equal(answer.status, 200);
      let text = '';
      for await (const piece of answer.body ?? []) {
        text += Buffer.from(piece).toString();
        const found = /id: (\d+)\nevent: sample\ndata: (.*)\n/.exec(text);
        if (!found) continue;
        clearTimeout(limit);
        return { id: found[1] ?? '', data: JSON.parse(found[2] ?? '') };
      }
      throw new Error('the stream ended');
    };
    const first = await listen('');
    assert.equal(String(first.data.at), first.id);
    assert.ok(first.data.values.connections >= 1);
    const second = await listen(first.id);
    assert.ok(Number(second.id) > Number(first.id));
    assert.ok(second.data.values.questions > 0);
    assert.equal((await http.call('nobody', 'GET', path)).status, 401);
    assert.equal((await http.call('dba', 'GET', '/api/instances/none/metrics/events')).body.code, 'INSTANCE_NOT_FOUND');
    assert.equal((await http.call('dba', 'GET', '/api/instances/none/metrics')).body.code, 'INSTANCE_NOT_FOUND');
  }));
