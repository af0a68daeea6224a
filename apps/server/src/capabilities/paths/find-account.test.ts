import assert from 'node:assert/strict';
import { StepFailure } from '@myriad/runbook';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { forEachStore } from '../../platform/database/testing.ts';
import { type AccountRecord, type ClusterLevel, createMetadata, metadataMigrations } from '../metadata/index.ts';
import { findAccount } from './find-account.ts';

const source = { kind: 'person', id: 'u1' } as const;

forEachStore(
  'an account of a level is used from that level on, and no more where the cluster was lowered',
  async ({ db }) => {
    const metadata = createMetadata({ clock: { now: () => 1 } });
    const { id: clusterId } = await inTransaction(db, async (tx) => {
      const cluster = await metadata.addCluster(
        tx,
        {
          ...{ name: 'orders', flavor: 'mysql', version: '8.4.3', topology: 'single', applicationId: null },
          ...{ environment: 'test', state: 'running', fixed: {}, maintenance: null, level: 'ha' },
        },
        source,
      );
      for (const purpose of ['observe', 'backup', 'operate', 'ha'] as const) {
        const account = { clusterId: cluster.id, purpose, user: purpose, hostPattern: '%', secretId: purpose };
        await metadata.addAccount(tx, account, source);
      }
      return cluster;
    });
    const asked = async (purpose: AccountRecord['purpose']): Promise<string> => {
      try {
        return (await findAccount({ db, metadata }, clusterId, purpose))?.user ?? 'none';
      } catch (error) {
        assert.ok(error instanceof StepFailure);
        assert.equal(error.error.retryable, false);
        assert.match(error.error.words.zh, /orders 当前级别为/);
        return error.error.code;
      }
    };
    const all = ['monitor', 'observe', 'backup', 'admin', 'operate', 'ha'] as const;
    const at = async (level: ClusterLevel) => {
      await inTransaction(db, (tx) => metadata.changeCluster(tx, clusterId, { level }, source));
      return Promise.all(all.map(asked));
    };
    const no = 'LEVEL_NOT_REACHED';
    assert.deepEqual(await at('ha'), ['observe', 'observe', 'backup', 'operate', 'operate', 'ha']);
    assert.deepEqual(await at('operate'), ['observe', 'observe', 'backup', 'operate', 'operate', no]);
    assert.deepEqual(await at('back-up'), ['observe', 'observe', 'backup', no, no, no]);
    assert.deepEqual(await at('observe'), ['observe', 'observe', no, no, no, no]);
    assert.equal(await asked('root'), 'none');
    assert.equal(await findAccount({ db, metadata }, null, 'operate'), undefined);
  },
  { migrations: metadataMigrations },
);
