import assert from 'node:assert/strict';
import { savedFilterLimit, savedFilterProblems } from '@myriad/contract';
import { forEachStore } from '../../platform/database/testing.ts';
import { httpMigrations } from '../../platform/http/migrations.ts';
import { authMigrations } from '../auth/index.ts';
import { createTestHttp } from '../auth/testing.ts';
import { savedFilterMigrations, serveSavedFilters } from './index.ts';

const options = { migrations: [...httpMigrations, ...authMigrations, ...savedFilterMigrations] };
const clock = { now: () => 1_790_000_000_000 };

forEachStore(
  'a person keeps filters by name, and nobody sees or removes another’s',
  async ({ db }) => {
    const { http, call, close } = await createTestHttp({ db, clock, problems: [savedFilterProblems] });
    serveSavedFilters(http, { db, clock });
    const url = '/api/saved-filters';
    const save = (body: object) => call('dba', 'PUT', url, body);
    try {
      const core = { page: 'fleet', name: ' 核心 ', address: '/fleet/application?where=level%3D%22core%22' };
      const saved = await save(core);
      assert.equal(saved.status, 200, JSON.stringify(saved.body));
      assert.deepEqual(
        { ...saved.body, id: '' },
        { ...core, name: '核心', id: '', changedAt: clock.now() },
        'names are trimmed',
      );
      const again = await save({ ...core, address: '/fleet?where=x' });
      assert.equal(again.body.id, saved.body.id, 'one of the same name is replaced');
      await save({ page: 'tickets', name: 'mine', address: '/tickets?mine=1' });
      const names = async (of: 'dba' | 'requester', query = '') =>
        (await call(of, 'GET', url + query)).body.items.map((one: { name: string }) => one.name);
      assert.deepEqual(await names('dba'), ['核心', 'mine']);
      assert.deepEqual(await names('dba', '?page=tickets'), ['mine']);
      assert.deepEqual(await names('requester'), []);
      const foreign = await call('requester', 'DELETE', `${url}/${saved.body.id}`);
      assert.deepEqual([foreign.status, foreign.body.code], [404, 'SAVED_FILTER_NOT_FOUND']);
      assert.equal((await call('dba', 'DELETE', `${url}/${saved.body.id}`)).status, 200);
      assert.deepEqual(await names('dba'), ['mine']);
      for (let n = 1; n < savedFilterLimit; n++) await save({ page: 'tickets', name: `n${n}`, address: '/fleet' });
      const full = await save({ page: 'tickets', name: 'one more', address: '/fleet' });
      assert.deepEqual([full.status, full.body.code], [409, 'SAVED_FILTERS_FULL']);
      assert.equal(
        (await save({ page: 'tickets', name: 'n1', address: '/tickets?mine=1' })).status,
        200,
        'a known one changes',
      );
    } finally {
      await close();
    }
  },
  options,
);

forEachStore(
  'ten wrong ways to keep a filter are refused',
  async ({ db }) => {
    const { http, call, close } = await createTestHttp({ db, clock, problems: [savedFilterProblems] });
    serveSavedFilters(http, { db, clock });
    try {
      for (const body of [
        {},
        { page: 'fleet' },
        { page: 'fleet', name: 'x' },
        { page: 'fleet', name: '  ', address: '/fleet' },
        { page: 'fleet', name: 'x'.repeat(61), address: '/fleet' },
        { page: '', name: 'x', address: '/fleet' },
        { page: '../fleet', name: 'x', address: '/fleet' },
        { page: 'x'.repeat(81), name: 'x', address: '/fleet' },
        { page: 'fleet', name: 'x', address: `/${'x'.repeat(8000)}` },
        { page: 'fleet', name: 'x', address: 'https://elsewhere' },
        { page: 'fleet', name: 'x', address: '//elsewhere' },
        { page: 'fleet', name: 'x', address: '/\\elsewhere' },
        { page: 'fleet', name: 7, address: '/fleet' },
        { page: 'fleet', name: 'x', address: { where: 'x' } },
      ]) {
        const { status, body: answer } = await call('dba', 'PUT', '/api/saved-filters', body);
        assert.deepEqual([status, answer.code], [400, 'INPUT_INVALID'], JSON.stringify(body));
      }
      assert.equal((await call('nobody', 'GET', '/api/saved-filters')).status, 401);
      assert.equal((await call('nobody', 'PUT', '/api/saved-filters', {})).status, 401);
      assert.equal((await call('dba', 'DELETE', '/api/saved-filters/none')).status, 404);
    } finally {
      await close();
    }
  },
  options,
);
