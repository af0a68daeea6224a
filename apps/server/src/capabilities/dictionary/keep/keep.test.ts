import assert from 'node:assert/strict';
import { test } from 'node:test';
import { looked } from '../testing/looked.ts';
import { chooseMember } from './choose-member.ts';
import { quietSince } from './quiet-since.ts';
import { useOfCluster } from './use-of-cluster.ts';

const hour = 3_600_000;
const at = 1000 * hour;

test('a dictionary is read from who writes, and from a follower only where the writer told less', () => {
  const primary = looked('p', { role: 'primary' });
  const replica = looked('r', { role: 'replica', follows: true });
  assert.equal(chooseMember([replica, primary])?.instanceId, 'p');
  assert.equal(chooseMember([looked('p', { role: 'primary', columns: 'refused' }), replica])?.instanceId, 'r');
  assert.equal(chooseMember([{ instanceId: 'p', name: 'p', role: 'primary' }]), undefined);
});

test('use is added up over all members, and counts from the youngest start', () => {
  const use = { schema: 's', table: 't', index: 'i', reads: 2, writes: 1 };
  const told = useOfCluster([
    looked('p', { at, uptimeHours: 100, uses: [use, { ...use, index: '', reads: 0, writes: 5 }] }),
    looked('r', { at, uptimeHours: 7, uses: [use], follows: true }),
  ]);
  assert.deepEqual([told.told.known, told.told.since], [true, at - 7 * hour]);
  assert.deepEqual(told.counts?.ofIndex('s', 't', 'i'), { reads: 4, writes: 2 });
  assert.deepEqual(told.counts?.ofTable('s', 't'), { reads: 4, writes: 7 });
  assert.deepEqual(told.counts?.ofIndex('s', 't', 'other'), { reads: 0, writes: 0 });
});

test('nothing is claimed where a member is silent, does not count, or an unknown replica reads along', () => {
  const good = looked('p', { at, uptimeHours: 100, uses: [] });
  const known = (...members: Parameters<typeof useOfCluster>[0]) => useOfCluster(members).told.known;
  assert.ok(known(good));
  assert.ok(!known());
  assert.ok(!known(good, { instanceId: 'r', name: 'r', role: 'replica' }));
  assert.ok(!known(good, looked('r', { at, uptimeHours: 9, uses: 'refused' })));
  assert.ok(!known(good, looked('r', { at, uptimeHours: null, uses: [] })));
  assert.ok(!known(looked('p', { at, uptimeHours: 9, uses: [], fetchedBy: ['u-stranger'] })));
  assert.ok(
    known(
      looked('p', { at, uptimeHours: 9, uses: [], fetchedBy: ['u-r', ''] }),
      looked('r', { at, uptimeHours: 9, uses: [] }),
    ),
  );
  const mariadb = { at, uptimeHours: 9, uses: [], flavor: 'mariadb' } as const;
  assert.ok(!known(looked('p', { ...mariadb, fetchedBy: [''] })));
  assert.ok(known(looked('p', { ...mariadb, fetchedBy: [''] }), looked('r', { ...mariadb, follows: true })));
});

test('quiet counts from the first look that saw it, begins again with the counters, and ends with any use', () => {
  const none = { reads: 0, writes: 0 };
  const since = at - 500 * hour;
  const was = (quiet: number | null, reads = 0) => ({ reads, writes: 0, quietSince: quiet });
  const now = { since, at, reset: false };
  assert.equal(quietSince(undefined, none, now), at, 'a new index is not old because its server is');
  assert.equal(quietSince(was(at - 200 * hour), none, now), at - 200 * hour);
  assert.equal(quietSince(was(at - 200 * hour), none, { ...now, since: at - 3 * hour }), at - 3 * hour, 'restarted');
  assert.equal(quietSince(was(at - 200 * hour), none, { ...now, reset: true }), at, 'altered');
  assert.equal(quietSince(was(null, 5), none, now), at, 'used before, and its counters began again');
  assert.equal(quietSince(was(at - 200 * hour), { reads: 0, writes: 1 }, now), null);
});
