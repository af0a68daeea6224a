import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageOfThing, whyPageOf } from './thing-pages.ts';

test('the page of a thing leads to why it is not seen, and other pages do not', () => {
  const id = '01890000-0000-7000-8000-000000000000';
  assert.equal(whyPageOf(pageOfThing('cluster', id)), `/why/cluster/${id}`);
  assert.equal(whyPageOf(`/instances/${id}/replication`), `/why/instance/${id}`);
  for (const path of ['/', '/clusters', '/tickets/new', `/administration/people/${id}`, `/why/cluster/${id}`])
    assert.equal(whyPageOf(path), undefined, path);
});
