import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingProblems, fleetProblems } from '@myriad/contract';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { forEachStore, type TestStore } from '../../platform/database/testing.ts';
import { createEvents } from '../../platform/events/events.ts';
import { httpMigrations } from '../../platform/http/migrations.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { createLog } from '../../platform/log/log.ts';
import { authMigrations } from '../auth/index.ts';
import { createTestHttp } from '../auth/testing.ts';
import { harmlessEvidence, harmlessText } from './harmless-evidence.ts';
import { createFindings, type FindingCatalogue, findingMigrations, type NewFinding, serveFindings } from './index.ts';

const options = { migrations: [...httpMigrations, ...authMigrations, ...findingMigrations] };
const hour = 3_600_000;

async function setUp({ db }: TestStore) {
  let now = Date.parse('2026-03-01T00:00:00Z');
  const clock = { now: () => now };
  const events = createEvents(createLog({ write: () => {} }));
  const heard: string[] = [];
  for (const name of ['finding.opened', 'finding.closed', 'finding.changed'] as const)
    events.on(name, ({ code }) => void heard.push(`${name} ${code}`));
  const accepted: string[] = [];
  const catalogue: FindingCatalogue = {
    ROLE_DIFFERS: {
      grade: 'bad',
      words: { en: 'Recorded as {recorded}, is {found}.', zh: '登记为 {recorded}，实际为 {found}。' },
      next: { en: 'Accept it, or repoint.', zh: '请接受，或切换复制源。' },
      runbook: 'operate/role-differs.md',
      accept: async (_tx, { entityId, evidence }) => {
        if (evidence.found === 'gone') throw new ProblemError('FINDING_CHANGED');
        accepted.push(entityId);
      },
      bringBack: ({ entityId }) => ({ ticketKind: 'x.repoint', form: { instanceId: entityId } }),
    },
    NO_KEY: { grade: 'warn', words: { en: 'No key.', zh: '没有主键。' } },
  };
  const things = { names: async () => new Map<string, string>(), clusterIdsOf: async () => [] };
  const findings = createFindings({ db, clock, events, catalogue, things });
  const http = await createTestHttp({ db, clock, problems: [findingProblems, fleetProblems] });
  serveFindings(http.http, findings);
  const report = (list: readonly NewFinding[], more: { scope?: string; source?: string; at?: number } = {}) =>
    inTransaction(db, (tx) =>
      findings.report(tx, { source: 'sweep', scope: 'cluster/c-1', at: now, findings: list, ...more }),
    );
  const list = async (query = '') => {
    const { status, body } = await http.call('requester', 'GET', `/api/findings${query}`);
    assert.equal(status, 200, JSON.stringify(body));
    return body.items;
  };
  const pass = (milliseconds: number) => {
    now += milliseconds;
  };
  return { ...http, report, list, pass, heard, accepted, events, now: () => now };
}

const role = (entityId: string, found = 'replica'): NewFinding => ({
  code: 'ROLE_DIFFERS',
  entity: 'instance',
  entityId,
  clusterId: 'c-1',
  evidence: { recorded: 'primary', found },
});
const key = (about: string): NewFinding => ({ code: 'NO_KEY', entity: 'cluster', entityId: 'c-1', about });

forEachStore(
  'a report opens what is new, keeps the age of what is known and closes what it does not name',
  async (store) => {
    const lab = await setUp(store);
    try {
      const t0 = lab.now();
      const first = await lab.report([role('i-1'), key('a'), key('b'), key('a')]);
      assert.deepEqual([first.opened.length, first.closed.length], [3, 0]);
      lab.pass(hour);
      assert.deepEqual(await lab.report([role('i-1'), key('a')]), {
        opened: [],
        closed: [(await lab.list('?state=closed'))[0].id],
      });
      const [open] = await lab.list('?code=ROLE_DIFFERS');
      assert.deepEqual(
        [open.firstSeenAt, open.lastSeenAt, open.grade, open.words.en, open.words.zh, open.next.en],
        [
          t0,
          t0 + hour,
          'bad',
          'Recorded as primary, is replica.',
          '登记为 primary，实际为 replica。',
          'Accept it, or repoint.',
        ],
      );
      assert.deepEqual(open.bringBack, { ticketKind: 'x.repoint', form: { instanceId: 'i-1' } });
      assert.deepEqual(
        [open.clusterId, open.times, open.runbook, open.abilities.accept.because],
        ['c-1', 1, 'operate/role-differs.md', 'NOT_AN_OPERATOR'],
      );
      // Another scope, and another source, say nothing about this one.
      await lab.report([], { scope: 'cluster/c-2' });
      await lab.report([key('a')], { source: 'standards' });
      assert.equal((await lab.list()).length, 3);
      // An older look changes nothing.
      await lab.report([], { at: t0 - 1 });
      await lab.report([role('i-1', 'old')], { at: t0 - 1 });
      assert.equal((await lab.list('?code=ROLE_DIFFERS'))[0].evidence.found, 'replica');
      // Seen again, it is the same finding: its owner and mute outlive the gap.
      lab.pass(hour);
      await lab.report([key('a'), key('b')]);
      const again = (await lab.list('?code=NO_KEY')).find(({ about }: { about: string }) => about === 'b');
      assert.deepEqual([again.firstSeenAt, again.times], [t0 + 2 * hour, 2]);
      const { body } = await lab.call('dba', 'GET', `/api/findings/${again.id}/changes`);
      assert.deepEqual(
        body.items.map(({ what, by }: { what: string; by: string }) => `${what} ${by}`),
        ['opened sweep', 'closed sweep', 'opened sweep'],
      );
      await lab.events.settled();
      assert.equal(lab.heard.filter((line) => line === 'finding.closed ROLE_DIFFERS').length, 1);
      assert.equal(lab.heard.filter((line) => line === 'finding.opened NO_KEY').length, 4);
    } finally {
      await lab.close();
    }
  },
  options,
);

forEachStore(
  'a report that is rolled back tells nobody, and two at once leave one finding',
  async (store) => {
    const lab = await setUp(store);
    try {
      await Promise.all([1, 2, 3, 4].map(() => lab.report([role('i-1')])));
      const [only, ...rest] = await lab.list();
      assert.deepEqual([only.times, rest.length], [1, 0]);
      await lab.events.settled();
      assert.deepEqual(lab.heard, ['finding.opened ROLE_DIFFERS']);
      await assert.rejects(lab.report([{ ...role('i-2'), code: 'NEVER_HEARD_OF' }]), /NEVER_HEARD_OF/);
      await lab.events.settled();
      assert.deepEqual([lab.heard.length, (await lab.list()).length], [1, 1]);
      await lab.report([{ ...role('i-1'), grade: 'warn' }]);
      await lab.events.settled();
      assert.equal(lab.heard.at(-1), 'finding.changed ROLE_DIFFERS');
    } finally {
      await lab.close();
    }
  },
  options,
);

forEachStore(
  'a mute has reason and end: it counts apart until then, outlives a gap, and ends by itself',
  async (store) => {
    const lab = await setUp(store);
    try {
      await lab.report([role('i-1'), key('a')]);
      const [{ id }] = await lab.list('?code=ROLE_DIFFERS');
      const url = `/api/findings/${id}/mute`;
      const mute = (until: number, reason = 'known') => ({ mute: { reason, until } });
      for (const body of [mute(lab.now()), mute(lab.now() + 400 * 24 * hour)])
        assert.equal((await lab.call('dba', 'PUT', url, body)).body.code, 'FINDING_MUTE_END');
      assert.equal((await lab.call('dba', 'PUT', url, mute(lab.now() + hour, '  '))).status, 400);
      const muted = await lab.call('dba', 'PUT', url, mute(lab.now() + hour));
      assert.deepEqual(muted.body.mute, { reason: 'known', by: 'dba', since: lab.now(), until: lab.now() + hour });
      const counts = async () => (await lab.call('requester', 'GET', '/api/findings/counts')).body;
      assert.deepEqual(await counts(), {
        bad: 0,
        warn: 1,
        info: 0,
        muted: 1,
        codes: [{ code: 'NO_KEY', grade: 'warn', count: 1 }],
      });
      assert.deepEqual([(await lab.list('?muted=only')).length, (await lab.list('?muted=no')).length], [1, 1]);
      await lab.report([]);
      await lab.report([role('i-1')]);
      assert.equal((await lab.list('?muted=only')).length, 1);
      lab.pass(hour);
      assert.equal((await lab.list('?muted=only')).length, 0);
      assert.equal((await counts()).bad, 1);
      await lab.call('dba', 'PUT', url, mute(lab.now() + hour));
      assert.equal((await lab.call('dba', 'PUT', url, { mute: null })).body.mute, undefined);
      assert.equal((await counts()).bad, 1);
    } finally {
      await lab.close();
    }
  },
  options,
);

forEachStore(
  'reality is accepted by those who may, once, and only where a record can follow',
  async (store) => {
    const lab = await setUp(store);
    try {
      await lab.report([role('i-1'), role('i-2', 'gone'), key('a')]);
      const found = await lab.list();
      const idOf = (entityId: string) =>
        found.find((finding: { entityId: string }) => finding.entityId === entityId).id;
      const accept = (as: 'dba' | 'requester', id: string) => lab.call(as, 'POST', `/api/findings/${id}/accept`);
      assert.equal((await accept('requester', idOf('i-1'))).body.code, 'NOT_AN_OPERATOR');
      assert.deepEqual(lab.accepted, []);
      assert.equal((await accept('dba', idOf('c-1'))).body.code, 'FINDING_NOT_ACCEPTABLE');
      assert.equal((await accept('dba', idOf('i-2'))).body.code, 'FINDING_CHANGED');
      const done = await accept('dba', idOf('i-1'));
      assert.deepEqual([done.status, done.body.closedAt], [200, lab.now()]);
      assert.equal((await accept('dba', idOf('i-1'))).body.code, 'FINDING_CLOSED');
      assert.deepEqual(lab.accepted, ['i-1']);
      const audit = (await lab.call('administrator', 'GET', '/api/audit?limit=50')).body.items;
      assert.deepEqual(
        audit
          .filter(({ action }: { action: string }) => action === 'finding.accept')
          .map(({ outcome }: { outcome: string }) => outcome)
          .sort(),
        ['allowed', 'refused', 'refused', 'refused', 'refused'],
      );
    } finally {
      await lab.close();
    }
  },
  options,
);

forEachStore(
  'every route refuses whom it must, filters and pages',
  async (store) => {
    const lab = await setUp(store);
    try {
      for (let n = 0; n < 5; n++) {
        lab.pass(1000);
        await lab.report([role(`i-${n}`)], { scope: `instance/i-${n}` });
      }
      await lab.report([key('a')]);
      const [{ id }] = await lab.list();
      for (const [method, url] of [
        ['GET', '/api/findings'],
        ['GET', '/api/findings/counts'],
        ['GET', '/api/finding-kinds'],
        ['GET', `/api/findings/${id}`],
        ['GET', `/api/findings/${id}/changes`],
        ['PUT', `/api/findings/${id}/mute`],
        ['PUT', `/api/findings/${id}/owner`],
        ['POST', `/api/findings/${id}/accept`],
      ] as const)
        assert.equal((await lab.call('nobody', method, url, method === 'GET' ? undefined : {})).status, 401, url);
      for (const [method, path, body] of [
        ['GET', '', undefined],
        ['GET', '/changes', undefined],
        ['PUT', '/mute', { mute: { reason: 'x', until: lab.now() + 1 } }],
        ['PUT', '/owner', { owner: 'li' }],
        ['POST', '/accept', {}],
      ] as const)
        assert.equal((await lab.call('dba', method, `/api/findings/none${path}`, body)).body.code, 'FINDING_NOT_FOUND');
      for (const [path, body] of [
        ['/mute', { mute: { reason: 'x', until: lab.now() + 1 } }],
        ['/owner', { owner: 'li' }],
      ] as const) {
        const refused = await lab.call('requester', 'PUT', `/api/findings/${id}${path}`, body);
        assert.deepEqual([refused.status, refused.body.code], [403, 'NOT_AN_OPERATOR']);
      }
      for (const query of ['?state=ajar', '?grade=worst', '?limit=0', '?cursor=x'])
        assert.equal((await lab.call('dba', 'GET', `/api/findings${query}`)).status, 400, query);
      const pages: string[] = [];
      for (let cursor = ''; ; ) {
        const { body } = await lab.call('dba', 'GET', `/api/findings?limit=2${cursor}`);
        pages.push(...body.items.map(({ entityId }: { entityId: string }) => entityId));
        if (!body.next) break;
        cursor = `&cursor=${body.next}`;
      }
      assert.deepEqual(pages.slice(-4), ['i-3', 'i-2', 'i-1', 'i-0']);
      assert.equal(new Set(pages).size, 6);
      const sizes = await Promise.all(
        ['?grade=warn', '?entity=instance', '?entityId=i-2', '?clusterId=c-1', '?source=standards'].map(
          async (query) => (await lab.list(query)).length,
        ),
      );
      assert.deepEqual(sizes, [1, 5, 1, 6, 0]);
      const owned = await lab.call('dba', 'PUT', `/api/findings/${id}/owner`, { owner: '王芳' });
      assert.equal(owned.body.owner, '王芳');
      assert.equal((await lab.list(`?owner=${encodeURIComponent('王芳')}`)).length, 1);
      assert.equal((await lab.call('dba', 'PUT', `/api/findings/${id}/owner`, { owner: null })).body.owner, undefined);
      const kinds = (await lab.call('requester', 'GET', '/api/finding-kinds')).body.items;
      assert.deepEqual(
        kinds.map(({ code }: { code: string }) => code),
        ['ROLE_DIFFERS', 'NO_KEY'],
      );
    } finally {
      await lab.close();
    }
  },
  options,
);

test('texts of servers become one visible line, bounded', () => {
  assert.equal(harmlessText('a\nb\u202ec\u0000<b>"\u200b'), 'a\ufffdb\ufffdc\ufffd<b>"\ufffd');
  assert.equal(harmlessText('x'.repeat(600)).length, 501);
  assert.equal(harmlessText('\ud800a'), '\ufffda');
  const cyclic: Record<string, unknown> = { rows: Array.from({ length: 1000 }, (_, n) => n), big: 5n };
  cyclic.self = cyclic;
  const bounded = harmlessEvidence(cyclic);
  assert.deepEqual([(bounded.rows as unknown[]).length, bounded.big], [50, '5']);
  assert.ok(JSON.stringify(bounded).length < 5000);
});
