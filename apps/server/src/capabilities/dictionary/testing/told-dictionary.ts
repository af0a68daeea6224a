import { dictionaryProblems } from '@myriad/contract';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import type { Tx } from '../../../platform/database/schema.ts';
import { forEachStore, type TestStore } from '../../../platform/database/testing.ts';
import { httpMigrations } from '../../../platform/http/migrations.ts';
import { createLog } from '../../../platform/log/log.ts';
import { authMigrations } from '../../auth/index.ts';
import { createTestHttp } from '../../auth/testing.ts';
import { createMetadata, metadataMigrations, metadataThings, scopeBook } from '../../metadata/index.ts';
import { createDictionary, dictionaryMigrations, serveDictionary } from '../index.ts';
import { objectIdOf } from '../object-id.ts';
import { looked, type Told } from './looked.ts';

const options = { migrations: [...httpMigrations, ...authMigrations, ...metadataMigrations, ...dictionaryMigrations] };
export const day = 24 * 3_600_000;
const source = { kind: 'person', id: 'u' } as const;

async function setUp({ db }: TestStore) {
  let now = Date.parse('2026-03-01T00:00:00Z');
  const clock = { now: () => now };
  const metadata = createMetadata({ clock });
  const dictionary = createDictionary({ db, clock, log: createLog({ write: () => undefined }) });
  const things = {
    ...metadataThings,
    task: metadataThings.cluster,
    ticket: metadataThings.cluster,
    finding: metadataThings.cluster,
  };
  const http = await createTestHttp({ db, clock, problems: [dictionaryProblems], things, scopes: scopeBook });
  serveDictionary(http.http, dictionary.parts);
  const addCluster = (tx: Tx, name: string, of: string | null) =>
    metadata.addCluster(
      tx,
      {
        ...{ name, flavor: 'mysql', version: '8.4.3', topology: 'single', applicationId: of },
        ...{ environment: 'test', state: 'running', fixed: {}, maintenance: null },
      },
      source,
    );
  const { clusterId, otherId, applicationId } = await inTransaction(db, async (tx) => {
    const shop = { name: 'shop', businessLine: 'x', owner: 'requester', level: 'general' } as const;
    const application = await metadata.addApplication(tx, shop, source);
    const own = await addCluster(tx, 'orders', application.id);
    return { clusterId: own.id, otherId: (await addCluster(tx, 'pay', null)).id, applicationId: application.id };
  });
  return {
    ...{ db, clusterId, otherId, applicationId, dictionary, metadata },
    call: http.call,
    app: http.http.app,
    now: () => now,
    more: async (name: string) => (await inTransaction(db, (tx) => addCluster(tx, name, null))).id,
    /** An instance on a host of its own; its name. */
    addInstance: (id: string, of = clusterId) =>
      inTransaction(db, async (tx) => {
        const address = { name: `h-${id}`, address: '10.0.0.1', zone: 'z', baseDirectory: '/b', paths: [] };
        const { id: hostId } = await metadata.addHost(tx, { ...address, poolState: 'in-use' }, source);
        const seat = { id, hostId, port: 3306, clusterId: of, flavor: 'mysql', version: '8.4.3' } as const;
        const rest = { packageId: null, role: 'standalone', state: 'running', directory: '', serverId: 1 } as const;
        return (await metadata.addInstance(tx, { ...seat, ...rest, maintenance: null }, source)).name;
      }),
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    /** A deep look now at its members, and all that follows from it. */
    look: async (members: readonly Told[], of = clusterId) => {
      const all = members.map((told, at) => looked(told.id ?? `i${at}`, { at: now, uptimeHours: 1000, ...told }));
      await dictionary.afterLook(of, all, new AbortController().signal);
      await dictionary.settled();
    },
    idOf: (...names: readonly [string, string, string?]) =>
      objectIdOf(clusterId, names[2] === undefined ? 'table' : 'column', ...(names.filter(Boolean) as string[])),
    close: async () => {
      await dictionary.stop();
      await http.close();
    },
  };
}

export type ToldDictionary = Awaited<ReturnType<typeof setUp>>;

/** One test on three stores, over a dictionary that is told of looks. */
export function told(name: string, body: (lab: ToldDictionary) => Promise<void>): void {
  forEachStore(
    name,
    async (store) => {
      const lab = await setUp(store);
      try {
        await body(lab);
      } finally {
        await lab.close();
      }
    },
    options,
  );
}

/** A small shop: a table with sensitive columns by name and by Chinese comment, and one without. */
export const shop: Told = {
  tables: [
    { schema: 'shop', name: 'visit', comment: '到访记录', rows: 3, dataBytes: 5000, indexBytes: 100 },
    { schema: 'shop', name: 'kind', dataBytes: 10 },
    { schema: 'shop', name: 'v', kind: 'view', engine: '', dataBytes: null, indexBytes: null },
  ],
  columns: [
    { schema: 'shop', table: 'visit', name: 'id', type: 'int', comment: '主键' },
    { schema: 'shop', table: 'visit', name: 'mobilePhone' },
    { schema: 'shop', table: 'visit', name: 'c3', comment: '身份证号码' },
    { schema: 'shop', table: 'kind', name: 'name', comment: '类别名称' },
    { schema: 'shop', table: 'v', name: 'id', type: 'int' },
  ],
  indexes: [
    { schema: 'shop', table: 'visit', name: 'PRIMARY', unique: true },
    { schema: 'shop', table: 'visit', name: 'by_phone', columns: ['mobilePhone'] },
    { schema: 'shop', table: 'visit', name: 'by_card', columns: ['c3'] },
    { schema: 'shop', table: 'visit', name: 'one_card', unique: true, columns: ['c3'] },
    { schema: 'shop', table: 'visit', name: 'words', kind: 'FULLTEXT' },
  ],
};
