import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { endpoint } from '@myriad/contract';
import { z } from 'zod';
import { systemClock } from '../clock/clock.ts';
import { openDatabase } from '../database/open-database.ts';
import { createLog } from '../log/log.ts';
import { keyRing, newKey } from '../secrets/key-ring.ts';
import { createValueCodec } from '../secrets/value-codec.ts';
import type { AuditBook } from './audit.ts';
import { createHttp } from './create-http.ts';
import type { Http, HttpOptions } from './http.ts';
import { httpMigrations } from './migrations.ts';
import { serveEndpoint } from './serve-endpoint.ts';

const audit: AuditBook = { begin: async () => 'a', note: async () => undefined, end: async () => undefined };

async function withHttp(options: Partial<HttpOptions>, body: (http: Http) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'myriad-console-'));
  await mkdir(join(folder, 'dist', 'assets'), { recursive: true });
  await writeFile(join(folder, 'dist', 'index.html'), '<!doctype html><title>console</title>');
  await writeFile(join(folder, 'dist', 'assets', 'main-1a2b.js'), 'void 0;');
  await writeFile(join(folder, 'secret.txt'), 'outside');
  const store = await openDatabase({ store: { file: join(folder, 'a.db') }, migrations: httpMigrations });
  const http = await createHttp({
    db: store.db,
    clock: systemClock,
    log: createLog({ write: () => undefined }),
    codec: createValueCodec(keyRing([newKey()])),
    authenticate: async () => undefined,
    audit,
    problems: [],
    consoleFolder: join(folder, 'dist'),
    ...options,
  });
  try {
    await body(http);
  } finally {
    await http.app.close();
    await store.close();
    await rm(folder, { recursive: true });
  }
}

test('the console is served at every address that is not the API’s, and nothing beside it', () =>
  withHttp({}, async ({ app }) => {
    for (const url of ['/', '/tickets/R-1', '/clusters?x=1', '/tickets/new/service.stop?clusterId=1']) {
      const page = await app.inject({ url });
      assert.equal(page.statusCode, 200, url);
      assert.match(page.body, /console/);
      assert.equal(page.headers['cache-control'], 'no-cache');
      assert.match(String(page.headers['content-security-policy']), /script-src 'self';/);
    }
    const script = await app.inject({ url: '/assets/main-1a2b.js' });
    assert.match(String(script.headers['cache-control']), /immutable/);
    for (const url of [
      '/assets/gone.js',
      '/gone.svg',
      '/api/gone',
      '/../secret.txt',
      '/..%2fsecret.txt',
      '/%2e%2e/secret.txt',
    ]) {
      const answer = await app.inject({ url });
      assert.doesNotMatch(answer.body, /outside/, url);
      assert(answer.statusCode >= 400 && answer.statusCode < 500, `${url} ${answer.statusCode}`);
    }
  }));

test('the cookie is Secure where people come by https, and the public address may write', () =>
  withHttp({ publicUrl: 'https://myriad.example.com' }, async (http) => {
    const enter = endpoint({
      id: 'door.enter',
      method: 'POST',
      path: '/api/door',
      summary: '',
      response: z.object({}),
      access: 'public',
    });
    serveEndpoint(http, enter, async ({ session }) => {
      session.set('value', 60);
      return {};
    });
    const origin = 'https://myriad.example.com';
    const answer = await http.app.inject({
      method: 'POST',
      url: '/api/door',
      headers: { origin, host: '127.0.0.1:7700' },
    });
    assert.equal(answer.statusCode, 200);
    assert.match(String(answer.headers['set-cookie']), /HttpOnly; Secure; SameSite=Lax/);
    const insecure = origin.replace('https', 'http');
    const refused = await http.app.inject({ method: 'POST', url: '/api/door', headers: { origin: insecure } });
    assert.equal(refused.json().code, 'WRONG_ORIGIN');
  }));
