import assert from 'node:assert/strict';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { forEachStore } from '../../../platform/database/testing.ts';
import { createMetadata, metadataMigrations } from '../../metadata/index.ts';
import { walkSeats } from './list-seats.ts';

const by = { kind: 'person', id: 'p' } as const;
/** More than a page. */
const instances = 501;

forEachStore(
  'every instance that stands is walked once, with what its host, cluster and application are called',
  async ({ db }) => {
    const metadata = createMetadata({ clock: { now: () => 1 } });
    await inTransaction(db, async (tx) => {
      const place = { name: 'h', address: '10.0.0.1', zone: 'z', baseDirectory: '/d', poolState: 'in-use' } as const;
      const host = await metadata.addHost(tx, { ...place, paths: [] }, by);
      const owned = { name: 'shop', businessLine: 'b', owner: 'o', level: 'core' } as const;
      const application = await metadata.addApplication(tx, owned, by);
      const cluster = await metadata.addCluster(
        tx,
        {
          ...{ name: 'orders', applicationId: application.id, environment: 'prod', flavor: 'mysql', version: '8.4.6' },
          ...{ topology: 'single', state: 'running', fixed: {}, maintenance: null },
        },
        by,
      );
      const server = { host_id: host.id, flavor: 'mysql', version: '8.4.6', role: 'primary', directory: '/d' };
      const rows = Array.from({ length: instances }, (_, at) => ({
        ...{ ...server, id: `i${String(at).padStart(4, '0')}`, name: `h:${at}`, port: at, seat: `s${at}` },
        ...{ cluster_id: at === 0 ? null : cluster.id, package_id: null, server_id: at, maintenance: null },
        ...{ state: ['decommissioned', 'deploying'][at - 1] ?? 'running', created_at: 1 },
      }));
      await tx.insertInto('instance').values(rows).execute();
    });
    const found = [];
    for await (const page of walkSeats(db)) found.push(...page);
    assert.equal(new Set(found.map(({ id }) => id)).size, instances - 2);
    assert.equal(found.length, instances - 2);
    const seat = { address: '10.0.0.1', role: 'primary', flavor: 'mysql', version: '8.4.6', state: 'running' };
    assert.deepEqual(found[0], {
      ...{ ...seat, id: 'i0000', name: 'h:0', port: 0, cluster: '', environment: '', application: '' },
    });
    assert.deepEqual(found.at(-1), {
      ...{ ...seat, id: 'i0500', name: 'h:500', port: 500, cluster: 'orders', environment: 'prod' },
      application: 'shop',
    });
  },
  { migrations: metadataMigrations },
);
