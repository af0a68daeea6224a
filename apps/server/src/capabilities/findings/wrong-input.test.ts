import assert from 'node:assert/strict';
import { findingProblems, fleetProblems } from '@myriad/contract';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { forEachStore, type TestStore } from '../../platform/database/testing.ts';
import { createEvents } from '../../platform/events/events.ts';
import { httpMigrations } from '../../platform/http/migrations.ts';
import { createLog } from '../../platform/log/log.ts';
import { authMigrations } from '../auth/index.ts';
import { createTestHttp } from '../auth/testing.ts';
import { metadataMigrations } from '../metadata/index.ts';
import { createFindings, findingMigrations, type NewFinding, serveFindings } from './index.ts';

const options = { migrations: [...httpMigrations, ...authMigrations, ...metadataMigrations, ...findingMigrations] };
const hour = 3_600_000;
const now = Date.parse('2026-03-01T00:00:00Z');

async function setUp({ db }: TestStore) {
  const clock = { now: () => now };
  let accepted = 0;
  const catalogue = {
    ROLE_DIFFERS: {
      grade: 'bad',
      words: { en: 'Another role.', zh: '角色不符。' },
      accept: async () => {
        accepted += 1;
      },
    },
    NO_KEY: { grade: 'warn', words: { en: 'No key.', zh: '没有主键。' } },
  } as const;
  const things = { names: async () => new Map<string, string>(), clusterIdsOf: async () => [] };
  const events = createEvents(createLog({ write: () => {} }));
  const findings = createFindings({ db, clock, events, catalogue, things });
  const http = await createTestHttp({ db, clock, problems: [findingProblems, fleetProblems] });
  serveFindings(http.http, findings);
  const of = (code: string): NewFinding => ({ code, entity: 'cluster', entityId: 'c-1' });
  const report = (list: readonly NewFinding[]) =>
    inTransaction(db, (tx) => findings.report(tx, { source: 'test', scope: 'all', at: now, findings: list }));
  const { opened } = await report([of('ROLE_DIFFERS'), of('NO_KEY')]);
  const [role = '', key = ''] = opened;
  const rows = () => db.selectFrom('finding').selectAll().orderBy('id').execute();
  return { ...http, role, key, rows, report, accepted: () => accepted };
}

const tooLong = 'x'.repeat(501);

forEachStore(
  'ten wrong mutes are refused, each with a reason, and change nothing',
  async (store) => {
    const { call, rows, role, close } = await setUp(store);
    try {
      const before = await rows();
      const until = now + hour;
      const wrong: readonly object[] = [
        {},
        { mute: { reason: '', until } },
        { mute: { reason: '   ', until } },
        { mute: { reason: tooLong, until } },
        { mute: { reason: 'x', until: now } },
        { mute: { reason: 'x', until: now - hour } },
        { mute: { reason: 'x', until: now + 367 * 24 * hour } },
        { mute: { reason: 'x', until: 'tomorrow' } },
        { mute: { reason: 'x', until, owner: ' ' } },
        { mute: { reason: 'x', until, owner: 'x'.repeat(101) } },
        { mute: { until } },
        { mute: { reason: 'x' } },
      ];
      for (const body of wrong) {
        const answer = await call('dba', 'PUT', `/api/findings/${role}/mute`, body);
        assert.ok([400, 422].includes(answer.status), `${JSON.stringify(body)}: ${answer.status}`);
        assert.ok(answer.body.words.en && answer.body.words.zh && answer.body.next, JSON.stringify(answer.body));
      }
      assert.equal((await call('dba', 'PUT', '/api/findings/none/mute', { mute: null })).status, 404);
      assert.deepEqual(await rows(), before);
    } finally {
      await close();
    }
  },
  options,
);

forEachStore(
  'ten wrong owners are refused, each with a reason, and change nothing',
  async (store) => {
    const { call, rows, role, close } = await setUp(store);
    try {
      const before = await rows();
      const wrong: readonly object[] = [
        ...[{}, { owner: '' }, { owner: '   ' }, { owner: '\t\n' }, { owner: 'x'.repeat(101) }, { owner: 7 }],
        ...[{ owner: ['li'] }, { owner: { name: 'li' } }, { owner: true }, { Owner: 'li' }, []],
      ];
      for (const body of wrong) {
        const answer = await call('dba', 'PUT', `/api/findings/${role}/owner`, body);
        assert.ok([400, 415, 422].includes(answer.status), `${JSON.stringify(body)}: ${answer.status}`);
        assert.ok(answer.body.words.en && answer.body.words.zh, JSON.stringify(answer.body));
      }
      assert.equal((await call('requester', 'PUT', `/api/findings/${role}/owner`, { owner: 'li' })).status, 403);
      assert.deepEqual(await rows(), before);
    } finally {
      await close();
    }
  },
  options,
);

forEachStore(
  'ten wrong acceptances are refused, each with a reason, and the record is left alone',
  async (store) => {
    const { call, rows, role, key, report, accepted, close } = await setUp(store);
    try {
      const before = await rows();
      const wrong: readonly (readonly [string, number])[] = [
        [key, 409],
        [`${role}x`, 404],
        [role.slice(1), 404],
        ['none', 404],
        ['%00', 404],
        ['..%2F..%2Fetc', 404],
        ["'%20or%201=1--", 404],
        ['%F0%9F%92%A9', 404],
        ['a'.repeat(90), 404],
        ['ROLE_DIFFERS', 404],
      ];
      for (const [id, status] of wrong) {
        const answer = await call('dba', 'POST', `/api/findings/${id}/accept`);
        assert.ok(answer.status === status || answer.status === 400, `${id}: ${answer.status}`);
        assert.ok(answer.body.words.en && answer.body.words.zh, JSON.stringify(answer.body));
      }
      for (const who of ['nobody', 'requester'] as const)
        assert.ok((await call(who, 'POST', `/api/findings/${role}/accept`)).status >= 401);
      assert.deepEqual([await rows(), accepted()], [before, 0]);
      await report([]);
      assert.equal((await call('dba', 'POST', `/api/findings/${role}/accept`)).body.code, 'FINDING_CLOSED');
      assert.equal(accepted(), 0);
    } finally {
      await close();
    }
  },
  options,
);
