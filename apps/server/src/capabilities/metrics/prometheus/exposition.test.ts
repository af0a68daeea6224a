import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { InstanceGlance, SweepStatus } from '@myriad/contract';
import type { Seat } from '../../metadata/index.ts';
import { scrapeTarget, writeTargets } from './scrape-targets.ts';
import { writeExposition } from './write-exposition.ts';

const hostile = 'a"b\\c\nd{}=,\ud800 中文';
const sweep: SweepStatus = {
  ...{ running: true, periodSeconds: 10, instances: 3, answering: 2, failing: 1, waiting: 0, connections: 2 },
  ...{ faults: [], logins: { underWay: 0, waiting: 0 }, unwritten: 0 },
};
const seat = (id: string, more: Partial<Seat> = {}): Seat => ({
  ...{ id, name: `${id}:3306`, address: '10.0.0.1', port: 3306, cluster: 'shop', environment: 'prod', application: '' },
  ...{ role: 'replica', flavor: 'mysql', version: '8.4.3', state: 'running', ...more },
});
// Of a glance only what is exposed.
const glanceOf = (channels: readonly object[]) => ({ readOnly: true, channels }) as unknown as InstanceGlance['glance'];
const channel = { lagSeconds: 7, receiver: 'running', applier: 'running' };
const seen: Readonly<Record<string, InstanceGlance>> = {
  one: {
    instanceId: 'one',
    state: 'answers',
    answeredAt: 5000,
    glance: glanceOf([channel, { ...channel, lagSeconds: null, applier: 'stopped' }]),
  },
  two: { instanceId: 'two', state: 'fails', answeredAt: 4000, glance: glanceOf([channel]) },
};

async function written(pages: readonly (readonly Seat[])[]): Promise<string> {
  async function* seats() {
    yield* pages;
  }
  let text = '';
  const exposed = { version: '1.0', sweep, glance: (id: string) => seen[id], seats: seats() };
  for await (const piece of writeExposition(exposed, 1_000_000)) text += piece;
  return text;
}

test('every line is a comment or a sample, every family stands in one block with its type, whatever names hold', async () => {
  const text = await written([[seat('one', { name: hostile, cluster: hostile })], [seat('two'), seat('three')]]);
  assert.ok(text.endsWith('\n'));
  const families: string[] = [];
  for (const line of text.trimEnd().split('\n')) {
    const [, name] = /^# TYPE (\w+) (?:gauge|counter)$/.exec(line) ?? [];
    if (name) families.push(name);
    if (line.startsWith('#')) continue;
    const sample = /^([a-z_]+)(?:\{(?:[a-z_]+="(?:[^"\\]|\\["\\n])*",?)+\})? (?:NaN|-?[\d.e+-]+)$/.exec(line);
    assert.ok(sample, line);
    assert.equal(sample[1], families.at(-1), line);
  }
  assert.equal(new Set(families).size, families.length);
  assert.ok(text.isWellFormed());
});

test('what is not known is NaN or absent, never nought; of one that does not answer what it said last is no news', async () => {
  const text = await written([[seat('one'), seat('two'), seat('three')]]);
  const of = (family: string) =>
    [...text.matchAll(new RegExp(`^myriad_${family}\\{instance_id="(\\w+)".*\\} (\\S+)$`, 'gm'))].map(
      ([, id, value]) => `${id} ${value}`,
    );
  assert.deepEqual(of('instance_up'), ['one 1', 'two 0']);
  assert.deepEqual(of('instance_replication_lag_seconds'), ['one NaN']);
  assert.deepEqual(of('instance_replication_stopped'), ['one 1']);
  assert.deepEqual(of('instance_read_only'), ['one 1']);
  assert.deepEqual(of('instance_last_answer_seconds'), ['one 5', 'two 4']);
  assert.deepEqual(of('instance_info').length, 3);
});

test('a target of an IPv6 address stands in brackets', () => {
  assert.deepEqual(scrapeTarget(seat('one', { address: '2001:db8::1' })).targets, ['[2001:db8::1]:3306']);
  assert.deepEqual(scrapeTarget(seat('one')).targets, ['10.0.0.1:3306']);
});

test('the targets come in pieces and are one JSON array, of none too', async () => {
  const read = async (...pages: readonly (readonly Seat[])[]) => {
    async function* walk() {
      yield* pages;
    }
    let text = '';
    for await (const piece of writeTargets(walk())) text += piece;
    return JSON.parse(text).map(({ labels }: { labels: Record<string, string> }) => labels.instance_name);
  };
  assert.deepEqual(await read([seat('one', { name: hostile }), seat('two')], [seat('three')], []), [
    hostile,
    'two:3306',
    'three:3306',
  ]);
  assert.deepEqual(await read([]), []);
  assert.deepEqual(await read(), []);
});
