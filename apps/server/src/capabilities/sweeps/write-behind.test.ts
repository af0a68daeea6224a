import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import type { Db } from '../../platform/database/schema.ts';
import { forEachStore } from '../../platform/database/testing.ts';
import { createEvents } from '../../platform/events/events.ts';
import { createLog } from '../../platform/log/log.ts';
import { createFindings, findingMigrations } from '../findings/index.ts';
import { createMetadata, metadataMigrations, selectClusterIds, selectNames } from '../metadata/index.ts';
import { createWriteBehind } from './write-behind.ts';

const instances = 30;
const by = { kind: 'person', id: 'p' } as const;

async function setUp(db: Db) {
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
  return { log, metadata, findings, ids };
}

forEachStore(
  'what was seen of many is written, and the loop turns between any two of them',
  async ({ db }) => {
    const { log, metadata, findings, ids } = await setUp(db);
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

forEachStore(
  'a look in vain takes nothing from the one before: what that saw is written, with its own time, also where writing failed first',
  async ({ db }) => {
    const { log, metadata, findings, ids } = await setUp(db);
    const [merged = '', refused = ''] = ids;
    const timesOf = async (instanceId: string) =>
      (await metadata.listFacts(db, 'instance', instanceId)).map(({ name, observedAt }) => [name, observedAt]);
    let isAway = true;
    const recordFacts: typeof metadata.recordFacts = async (tx, facts) => {
      if (isAway && facts.some(({ entityId }) => entityId === refused)) {
        isAway = false;
        // A look in vain comes while the store refuses what was seen before.
        writes.put({ instanceId: refused, at: 3000, findings: [] });
        throw new Error('the store is away');
      }
      return metadata.recordFacts(tx, facts);
    };
    const writes = createWriteBehind({ db, log, metadata: { ...metadata, recordFacts }, findings });
    writes.put({ instanceId: merged, at: 1000, facts: { readOnly: true } });
    writes.put({ instanceId: merged, at: 2000, findings: [] });
    await writes.settled();
    assert.deepEqual(await timesOf(merged), [['readOnly', 1000]]);

    writes.put({ instanceId: refused, at: 1500, facts: { readOnly: false } });
    await writes.settled();
    await writes.settled();
    assert.deepEqual(await timesOf(refused), [['readOnly', 1500]]);
    writes.stop();
  },
  { migrations: [...metadataMigrations, ...findingMigrations] },
);
