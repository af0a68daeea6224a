import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bringBackAddress } from './bring-back-address.ts';

test('every setting is an entry of its own, whatever stands in it', () => {
  const address = bringBackAddress({ instanceId: 'i 1' }, ['sync_binlog = 1', 'sql_mode = A,B&x=1']);
  const search = new URL(address, 'http://console').searchParams;
  assert.deepEqual(search.getAll('settings'), ['sync_binlog = 1', 'sql_mode = A,B&x=1']);
  assert.deepEqual([search.get('instanceId'), search.get('clusterId')], ['i 1', null]);
  assert.match(bringBackAddress({ clusterId: 'c' }, []), /^\/tickets\/new\/service.change-parameters\?clusterId=c$/);
});
