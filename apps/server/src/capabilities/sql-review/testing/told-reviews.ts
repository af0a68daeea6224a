import { sqlReviewProblems } from '@myriad/contract';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { forEachStore, type TestStore } from '../../../platform/database/testing.ts';
import { httpMigrations } from '../../../platform/http/migrations.ts';
import { keyRing, newKey } from '../../../platform/secrets/key-ring.ts';
import { createValueCodec } from '../../../platform/secrets/value-codec.ts';
import { authMigrations } from '../../auth/index.ts';
import { createTestHttp } from '../../auth/testing.ts';
import { createMetadata, metadataMigrations, metadataThings, scopeBook } from '../../metadata/index.ts';
import { serveSqlReview, sqlReviewMigrations } from '../index.ts';
import { insertPolicy } from '../store/policies.ts';

const options = { migrations: [...httpMigrations, ...authMigrations, ...metadataMigrations, ...sqlReviewMigrations] };
const source = { kind: 'person', id: 'u' } as const;

async function setUp({ db }: TestStore) {
  let now = Date.parse('2026-11-22T12:00:00Z');
  const clock = { now: () => now };
  const metadata = createMetadata({ clock });
  const things = {
    ...metadataThings,
    task: metadataThings.cluster,
    ticket: metadataThings.cluster,
    finding: metadataThings.cluster,
  };
  const http = await createTestHttp({ db, clock, problems: [sqlReviewProblems], things, scopes: scopeBook });
  const access = {
    openInstance: () => Promise.reject(new Error('nobody answers')),
  };
  const codec = createValueCodec(keyRing([newKey()]), 'review-exception');
  const tableSizes = async () => new Map([['large', 1_073_741_824]]);
  serveSqlReview(http.http, { db, clock, metadata, access, tableSizes, codec });
  const ids = await inTransaction(db, async (tx) => {
    const make = async (name: string) =>
      (await metadata.addApplication(tx, { name, businessLine: 'x', owner: 'li', level: 'general' }, source)).id;
    const [shop, pay] = [await make('shop'), await make('pay')];
    const cluster = await metadata.addCluster(
      tx,
      {
        ...{ name: 'orders', flavor: 'mysql', version: '8.4.3', topology: 'single', applicationId: shop },
        ...{ environment: 'test', state: 'running', fixed: {}, maintenance: null },
      },
      source,
    );
    return { shop, pay, cluster: cluster.id };
  });
  const { call } = http;
  const must = async (answer: ReturnType<typeof call>) => {
    const { status, body } = await answer;
    if (status !== 200) throw new Error(JSON.stringify(body));
  };
  return {
    ...{ ids, call, db, close: http.close },
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    review: (as: Parameters<typeof call>[0], body: object) => call(as, 'POST', '/api/sql-reviews', body),
    /** A policy of everything as an older release had taken it. */
    keepPolicy: (text: string) =>
      inTransaction(db, (tx) =>
        insertPolicy(tx, {
          ...{ scope_kind: 'base', scope_id: '', version: 1, text, note: 'n', by_name: 'dba', at: now },
        }),
      ),
    /** Somebody with these rights alone. */
    person: async (name: string, rights: readonly object[]) => {
      const password = 'long enough to be taken';
      await must(call('administrator', 'POST', '/api/users', { name, password }));
      for (const right of rights)
        await must(call('administrator', 'POST', '/api/rights', { holder: { kind: 'person', name }, ...right }));
      const signedIn = await http.http.app.inject({ method: 'POST', url: '/api/session', payload: { name, password } });
      const cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? '';
      const made = await http.http.app.inject({
        ...{ method: 'POST', url: '/api/tokens', headers: { cookie }, payload: { name: 't' } },
      });

      return { token: made.json().secret as string };
    },
  };
}

export type ToldReviews = Awaited<ReturnType<typeof setUp>>;

/** On every store: two applications, a cluster of one of them, and a server that never answers. */
export const told = (promise: string, keeps: (lab: ToldReviews) => Promise<void>): void =>
  forEachStore(
    promise,
    async (store) => {
      const lab = await setUp(store);
      try {
        await keeps(lab);
      } finally {
        await lab.close();
      }
    },
    options,
  );
