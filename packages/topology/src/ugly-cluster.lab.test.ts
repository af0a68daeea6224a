import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inLab, type LabServer, makeUgly, startReplicationSet, uglyFlaws } from '@myriad/lab';
import { idOf, letObserve, observe } from '../testing/observe-lab.ts';
import { findingsOf, graphOf, limitsOf } from './index.ts';

const executed = async (server: LabServer) =>
  (await server.rows(`select ${server.flavor === 'mysql' ? '@@gtid_executed' : '@@gtid_binlog_state'} as gtids`))[0]
    ?.gtids;

for (const flavor of ['mysql', 'mariadb'] as const)
  test(`${flavor}: every flaw of a cluster made ugly by hand is named, and looking leaves no trace`, (t) =>
    inLab(t, async ({ folder, use }) => {
      const set = use(await startReplicationSet({ flavor, replicas: 2, folder }));
      const [filtered, written] = set.replicas;
      assert.ok(filtered && written);
      await letObserve(set.primary);
      await makeUgly(set, filtered, written);
      const all = [set.primary, filtered, written];
      const before = await Promise.all(all.map(executed));

      const seen = await Promise.all(all.map(observe));
      const findings = findingsOf(seen, { now: Date.now(), backup: 'none' });
      const named = new Set(findings.map(({ code, on }) => `${code} ${on.entity === 'cluster' ? 'cluster' : on.id}`));
      const [P = '', F = '', W = ''] = all.map(idOf);
      const wanted = uglyFlaws(flavor, { cluster: 'cluster', primary: P, filtered: F, written: W });
      assert.deepEqual(
        wanted.filter((one) => !named.has(one)),
        [],
        [...named].join('\n'),
      );
      // And of whom it is not true it is not said.
      for (const wrong of [`ERRANT_TRANSACTIONS ${F}`, `REPLICATION_FILTERED ${W}`, `REPLICA_WRITABLE ${F}`])
        assert.ok(!named.has(wrong), wrong);
      const errant = findings.find(({ code }) => code === 'ERRANT_TRANSACTIONS');
      assert.equal(errant?.evidence.count, 1, JSON.stringify(errant));
      assert.match(
        findings.find(({ code }) => code === 'TABLES_NOT_TRANSACTIONAL')?.words.en ?? '',
        /<b>o'brien \(MyISAM\)/,
      );

      assert.equal(graphOf(seen).shape, 'primary-replicas');
      const promote = limitsOf(seen, findings).filter(({ act }) => act === 'promote');
      assert.deepEqual(new Set(promote.map(({ on }) => on)), new Set([F, W]), 'neither may be promoted');
      assert.deepEqual(await Promise.all(all.map(executed)), before, 'nothing was written by looking');
    }));
