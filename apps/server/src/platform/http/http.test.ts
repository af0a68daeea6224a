import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { defineProblems, endpoint } from '@myriad/contract';
import { z } from 'zod';
import { systemClock } from '../clock/clock.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { type OpenStore, openDatabase } from '../database/open-database.ts';
import { createLog } from '../log/log.ts';
import { keyRing, newKey } from '../secrets/key-ring.ts';
import { createValueCodec } from '../secrets/value-codec.ts';
import type { AuditBook } from './audit.ts';
import { createHttp } from './create-http.ts';
import type { Http } from './http.ts';
import { httpMigrations } from './migrations.ts';
import { ProblemError } from './problem-error.ts';
import { serveEndpoint } from './serve-endpoint.ts';

const problems = defineProblems({
  PEAR_ROTTEN: {
    status: 409,
    words: { en: 'Pear {id} is rotten.', zh: '梨 {id} 已腐烂。' },
    next: { en: 'Take another.', zh: '请另取一个。' },
  },
});
const pear = { params: z.object({ id: z.string() }), response: z.object({ id: z.string(), count: z.number() }) };
const getPear = endpoint({ id: 'pear.get', method: 'GET', path: '/api/pears/:id', summary: 'A pear', ...pear });
const eatPear = endpoint({
  id: 'pear.eat',
  method: 'POST',
  path: '/api/pears/:id/eating',
  summary: 'Eat it',
  ...pear,
  body: z.object({ bites: z.number().int().min(1), with: z.string().min(2) }),
  problems: ['PEAR_ROTTEN'],
});

const packPear = endpoint({
  id: 'pear.pack',
  method: 'POST',
  path: '/api/pears/:id/packing',
  summary: 'Pack it',
  ...pear,
  body: z.object({ with: z.string() }),
  bodyLimitBytes: 2_097_152,
});

/** An audit book on paper: what the HTTP layer asks of one, kept in lists. */
function paperBook() {
  const rows: { action: string; resource: string; outcome: string }[] = [];
  const state = { refuse: false };
  const book: AuditBook = {
    begin: async ({ action, resource }) => {
      if (state.refuse) throw new Error('the audit log cannot be written');
      rows.push({ action, resource, outcome: 'started' });
      return String(rows.length - 1);
    },
    note: async (_tx, id, { resource }) => {
      const row = rows[Number(id)];
      if (row) Object.assign(row, { outcome: 'allowed', ...(resource ? { resource } : {}) });
    },
    end: async (id, outcome) => {
      Object.assign(rows[Number(id)] ?? {}, { outcome });
    },
  };
  return { rows, state, book };
}

describe('an endpoint of the contract', () => {
  let folder = '';
  let store: OpenStore;
  let http: Http;
  const paper = paperBook();
  const lines: string[] = [];
  let eaten = 0;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'myriad-http-'));
    store = await openDatabase({ store: { file: join(folder, 'a.db') }, migrations: httpMigrations });
    http = await createHttp({
      db: store.db,
      clock: systemClock,
      log: createLog({ write: (line) => lines.push(line) }),
      codec: createValueCodec(keyRing([newKey()])),
      authenticate: async ({ value }) =>
        value === 'good' ? { id: 'u1', name: 'li', roles: ['dba'], via: 'token' } : undefined,
      audit: paper.book,
      problems: [problems],
    });
    serveEndpoint(http, getPear, async ({ params }) => ({ id: params.id, count: 1, secret: 'never' }));
    serveEndpoint(http, packPear, async ({ params }) => ({ id: params.id, count: 1 }));
    serveEndpoint(http, eatPear, async ({ params, audit }) => {
      if (params.id === 'rotten') throw new ProblemError('PEAR_ROTTEN', { id: params.id });
      if (params.id === 'broken') throw new Error('unforeseen');
      eaten++;
      if (params.id === 'noted') await inTransaction(store.db, (tx) => audit(tx, { resource: 'pear/noted' }));
      return { id: params.id, count: eaten };
    });
  });
  after(async () => {
    await http.app.close();
    await store.close();
    await rm(folder, { recursive: true });
  });

  const authorization = 'Bearer good';
  const body = { bites: 1, with: 'salt' };
  const eat = (id: string, payload: object = body, headers: Record<string, string> = {}) =>
    http.app.inject({
      method: 'POST',
      url: `/api/pears/${id}/eating`,
      headers: { authorization, ...headers },
      payload,
    });

  test('answers only what its schema names', async () => {
    const answer = await http.app.inject({ url: '/api/pears/1', headers: { authorization } });
    assert.equal(answer.statusCode, 200);
    assert.deepEqual(answer.json(), { id: '1', count: 1 });
  });

  test('refuses who is not signed in, with a problem in both languages', async () => {
    const answer = await http.app.inject({ url: '/api/pears/1', headers: { 'accept-language': 'zh-CN' } });
    assert.equal(answer.statusCode, 401);
    assert.match(String(answer.headers['content-type']), /application\/problem\+json/);
    const problem = answer.json();
    assert.equal(problem.code, 'NOT_SIGNED_IN');
    assert.equal(problem.title, problem.words.zh);
    assert.equal(problem.requestId, answer.headers['x-request-id']);
  });

  test('names all input faults at once, in both languages', async () => {
    const answer = await eat('1', { bites: 0, with: 'x' });
    assert.equal(answer.statusCode, 400);
    const { code, faults } = answer.json();
    assert.equal(code, 'INPUT_INVALID');
    assert.deepEqual(
      faults.map((fault: { path: string }) => fault.path),
      ['body.bites', 'body.with'],
    );
    assert.match(faults[0].words.zh, /[\u4e00-\u9fff]/);
    assert.match(faults[0].words.en, /[a-z]/);
  });

  test('takes a larger body only where the endpoint says so, and only of who may call', async () => {
    const large = { with: 'x'.repeat(1_500_000) };
    const pack = (headers: Record<string, string>, payload: object | string) =>
      http.app.inject({ method: 'POST', url: '/api/pears/1/packing', headers, payload });
    assert.equal((await pack({ authorization }, large)).statusCode, 200);
    const beyond = await pack({ authorization }, { with: 'x'.repeat(2_100_000) });
    assert.match(beyond.json().words.en, /larger than 2097152 bytes/);
    assert.match((await eat('1', { ...large, bites: 1 })).json().words.en, /larger than 1048576 bytes/);
    const unread = await pack({ 'content-type': 'application/json' }, '{ not read');
    assert.equal(unread.json().code, 'NOT_SIGNED_IN');
  });

  test('leaves an audit row for a write, whatever its end', async () => {
    paper.rows.length = 0;
    await eat('plain');
    await eat('noted');
    await eat('rotten');
    await eat('broken');
    assert.deepEqual(paper.rows, [
      { action: 'pear.eat', resource: '/api/pears/plain/eating', outcome: 'allowed' },
      { action: 'pear.eat', resource: 'pear/noted', outcome: 'allowed' },
      { action: 'pear.eat', resource: '/api/pears/rotten/eating', outcome: 'refused' },
      { action: 'pear.eat', resource: '/api/pears/broken/eating', outcome: 'failed' },
    ]);
  });

  test('does not act when the audit row cannot be written', async () => {
    const before = eaten;
    paper.state.refuse = true;
    const answer = await eat('plain');
    paper.state.refuse = false;
    assert.equal(answer.statusCode, 500);
    assert.equal(eaten, before);
  });

  test('fills the values of a problem and says the next move', async () => {
    const problem = (await eat('rotten')).json();
    assert.equal(problem.words.en, 'Pear rotten is rotten.');
    assert.equal(problem.next.zh, '请另取一个。');
    assert.equal(problem.status, 409);
  });

  test('answers INTERNAL without the reason, which stands in the log', async () => {
    const answer = await eat('broken');
    assert.equal(answer.json().code, 'INTERNAL');
    assert.doesNotMatch(answer.body, /unforeseen/);
    assert(lines.some((line) => line.includes('unforeseen') && line.includes(answer.json().requestId)));
  });

  test('acts once for one idempotency key and answers twice', async () => {
    const before = eaten;
    const first = await eat('key', body, { 'idempotency-key': 'k1' });
    const second = await eat('key', body, { 'idempotency-key': 'k1' });
    assert.equal(eaten, before + 1);
    assert.deepEqual(second.json(), first.json());
    assert.equal(second.headers['idempotency-replayed'], 'true');
    const other = await eat('key', { bites: 2, with: 'salt' }, { 'idempotency-key': 'k1' });
    assert.equal(other.json().code, 'IDEMPOTENCY_KEY_REUSED');
    assert.equal((await eat('rotten', body, { 'idempotency-key': 'k2' })).json().code, 'PEAR_ROTTEN');
    assert.equal((await eat('rotten', body, { 'idempotency-key': 'k2' })).json().code, 'PEAR_ROTTEN');
    await eat('broken', body, { 'idempotency-key': 'k3' });
    assert.equal((await eat('broken', body, { 'idempotency-key': 'k3' })).json().code, 'IDEMPOTENCY_OUTCOME_UNKNOWN');
    const kept = await store.db.selectFrom('idempotency_key').select('answer').execute();
    assert(kept.every((row) => row.answer === null || !row.answer.includes('count')));
  });

  test('says after a crash that the outcome of a key is not known', async () => {
    await eat('crash', body, { 'idempotency-key': 'k4' });
    await store.db.updateTable('idempotency_key').set({ answer: null, life: 'an earlier one' }).execute();
    const answer = await eat('crash', body, { 'idempotency-key': 'k4' });
    assert.equal(answer.json().code, 'IDEMPOTENCY_OUTCOME_UNKNOWN');
  });

  test('refuses a write another site sent, and forms', async () => {
    const other = await eat('1', body, { origin: 'https://evil.example', host: 'localhost' });
    assert.equal(other.json().code, 'WRONG_ORIGIN');
    const own = await eat('1', body, { origin: 'http://localhost:7700', host: 'localhost:7700' });
    assert.equal(own.statusCode, 200);
    const form = await http.app.inject({
      method: 'POST',
      url: '/api/pears/1/eating',
      headers: { authorization, 'content-type': 'text/plain' },
      payload: JSON.stringify(body),
    });
    assert.equal(form.json().code, 'BODY_UNREADABLE');
  });

  test('answers an unknown address under /api with a problem', async () => {
    const answer = await http.app.inject({ url: '/api/nothing' });
    assert.equal(answer.statusCode, 404);
    assert.equal(answer.json().code, 'NOT_FOUND');
  });

  test('describes itself in OpenAPI 3.1 and shows a page without outside assets', async () => {
    const api = (await http.app.inject({ url: '/api/openapi.json' })).json();
    assert.equal(api.openapi, '3.1.0');
    assert.equal(api.paths['/api/pears/{id}/eating'].post.operationId, 'pear.eat');
    assert.deepEqual(api.paths['/api/pears/{id}/eating'].post.requestBody.content['application/json'].schema.required, [
      'bites',
      'with',
    ]);
    assert(api.components.schemas.Problem);
    const page = await http.app.inject({ url: '/api/docs/' });
    assert.equal(page.statusCode, 200);
    assert.doesNotMatch(page.body, /(src|href)="https?:/);
    assert.match(String(page.headers['content-security-policy']), /frame-ancestors 'none'/);
  });

  test('refuses at start an endpoint whose problems have no words', () => {
    const strange = endpoint({
      id: 'x.y',
      method: 'GET',
      path: '/api/x',
      summary: '',
      response: z.object({}),
      problems: ['NO_WORDS'],
    });
    assert.throws(() => serveEndpoint(http, strange, async () => ({})), /NO_WORDS/);
  });
});
