import assert from 'node:assert/strict';
import { test } from 'node:test';
import { capacityOf, type MeasuredHost } from './capacity.ts';

const gib = 1024 ** 3;
const host = (zone: string, poolState: MeasuredHost['poolState'], more: Partial<MeasuredHost> = {}): MeasuredHost => ({
  ...{ zone, poolState, cpus: 8, memoryBytes: 32 * gib, diskBytes: 500 * gib, freeDiskBytes: 400 * gib },
  ...more,
});
const small = { name: 'small', cpus: 2, memoryBytes: 4 * gib, diskBytes: 50 * gib };
const large = { name: 'large', cpus: 16, memoryBytes: 64 * gib, diskBytes: 100 * gib };

test('the pool is summed by zone and by what became of each host', () => {
  const [a, b] = capacityOf(
    [
      host('b', 'available'),
      host('a', 'in-use'),
      host('a', 'in-use', { cpus: 4 }),
      host('a', 'reserved'),
      host('a', 'available'),
      host('a', 'failed-check'),
      host('a', 'out-of-service'),
      host('a', 'unchecked', { cpus: undefined, memoryBytes: undefined, diskBytes: undefined }),
    ],
    [],
    [],
  );
  assert.deepEqual([a?.zone, b?.zone], ['a', 'b']);
  assert.deepEqual(a?.used, { hosts: 2, cpus: 12, memoryBytes: 64 * gib, diskBytes: 1000 * gib });
  assert.deepEqual([a?.reserved.hosts, a?.free.hosts, a?.aside.hosts, a?.unmeasured], [1, 1, 3, 1]);
  assert.deepEqual([a?.aside.cpus, b?.free.cpus, b?.used.hosts], [16, 8, 0]);
});

test('a size fits on a free host that was measured and has room on its disk', () => {
  const hosts = [
    host('a', 'available'),
    host('a', 'available', { freeDiskBytes: 10 * gib }),
    host('a', 'available', { freeDiskBytes: undefined }),
    host('a', 'available', { cpus: 32, memoryBytes: 128 * gib }),
    host('a', 'in-use', { cpus: 64, memoryBytes: 512 * gib }),
  ];
  const instances = [
    { zone: 'a', specification: 'small' },
    { zone: 'a', specification: null },
    { zone: 'b', specification: 'small' },
  ];
  assert.deepEqual(capacityOf(hosts, instances, [small, large])[0]?.specifications, [
    { name: 'small', instances: 1, fits: 2 },
    { name: 'large', instances: 0, fits: 1 },
  ]);
});
