import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kindsOf, queryOf, spanOf } from './log-filters.ts';

const now = 1_795_372_800_000;

test('an address becomes a question; an hour of error logs where it says nothing', () => {
  assert.deepEqual(queryOf({}, now), { kinds: 'error', from: String(now - 3_600_000) });
  assert.deepEqual(
    queryOf(
      { kinds: 'slow,error', since: '1d', text: ' select ', level: 'warning', clusters: 'a,b', limit: '500' },
      now,
    ),
    {
      kinds: 'slow,error',
      from: String(now - 86_400_000),
      text: 'select',
      level: 'warning',
      clusters: 'a,b',
      limit: '500',
    },
  );
  assert.deepEqual(queryOf({ from: '5', to: '9' }, now), { kinds: 'error', from: '5', to: '9' });
});

test('what an address says wrongly is left out', () => {
  assert.deepEqual(kindsOf({ kinds: 'binlog,__proto__' }), ['error']);
  assert.equal(spanOf({ since: 'constructor' }), '1h');
  assert.equal(spanOf({ from: 'yesterday', since: '6h' }), '6h');
  assert.deepEqual(queryOf({ level: 'fatal', limit: '7', since: '', text: '   ' }, now), {
    kinds: 'error',
    from: String(now - 3_600_000),
  });
});
