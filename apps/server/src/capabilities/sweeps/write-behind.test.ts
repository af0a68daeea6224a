import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { forEachStore } from '../../platform/database/testing.ts';
import { createEvents } from '../../platform/events/events.ts';
import { createLog } from '../../platform/log/log.ts';
import { createFindings, findingMigrations } from '../findings/index.ts';
import { createMetadata, metadataMigrations, selectClusterIds, selectNames } from '../metadata/index.ts';
import { createWriteBehind } from './write-behind.ts';

const instances = 30;
const by = { kind: 'person', id: 'p' } as const;

forEachStore(
  'what was seen of many is written, and the loop turns between any two of them',
  async ({ db }) => {
    const clock = { now: () => 1000 };
    const log = createLog({ write: () => {} });
    const metadata = createMetadata({ clock });
    const things = { names: selectNames, clusterIdsOf: selectClusterIds };
    const findings = createFindings({ db, clock, events: createEvents(log), catalogue: {}, things });
    const ids = await inTransaction(db, async (tx) => {
      const place = { name: 'h', address: '10.0.0.1', zone: 'z', baseDirectory: '/d', poolState: 'in-use', paths: [] };
      const host = await metadata.addHost(tx, { ...place, poolState: 'in-use' }, by);
      const made: string[] = [];
      for (let at = 0; at < instances; at++) {
        const { id } = await metadata.addInstance(
          tx,
          {
            ...{ hostId: host.id, port: 3306 + at, clusterId: null, state: 'running', flavor: 'mysql' },
            ...{ version: '8.4.6', packageId: null, role: 'primary', directory: '/d', serverId: at + 1 },
            maintenance: null,
          },
          by,
        );
        made.push(id);
      }
      return made;
    });
    const writes = createWriteBehind({ db, log, metadata, findings });
    for (const instanceId of ids) writes.put({ instanceId, at: 1000, facts: { readOnly: true }, findings: [] });
    let turns = 0;
    let over = false;
    const settled = writes.settled().finally(() => {
      over = true;
    });
    while (!over) {
      await setImmediate();
      turns += 1;
    }
    await settled;
    const { length } = await db.selectFrom('fact').select('entity_id').where('name', '=', 'readOnly').execute();
    assert.equal(length, instances);
    assert.ok(turns >= instances, `${turns} turns of the loop for ${instances} instances`);
  },
  { migrations: [...metadataMigrations, ...findingMigrations] },
);
