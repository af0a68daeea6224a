import assert from 'node:assert/strict';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { forEachStore } from '../../../platform/database/testing.ts';
import { createMetadata, metadataMigrations } from '../../metadata/index.ts';
import { dictionaryMigrations } from '../migrations.ts';
import { sortKeyOf } from '../object-id.ts';
import { nameFound } from './asked.ts';
import { countOf, pageColumns } from './pages.ts';

/** More than are named one by one. */
const columns = 1100;
const by = { kind: 'person', id: 'p' } as const;
const sight = 'everything';

forEachStore(
  'a rare word is found by name, a common one on the walk, and both give the same list',
  async ({ db }) => {
    const place = (n: number) => String(n).padStart(4, '0');
    const clusterId = await inTransaction(db, async (tx) => {
      const cluster = await createMetadata({ clock: { now: () => 1 } }).addCluster(
        tx,
        {
          ...{
            name: 'c',
            applicationId: null,
            environment: 'e',
            flavor: 'mysql',
            version: '8.4.6',
            topology: 'single',
          },
          ...{ state: 'running', fixed: {}, maintenance: null },
        },
        by,
      );
      const of = { cluster_id: cluster.id, schema_id: 's', table_id: 't', schema_name: 'shop', table_name: 'visit' };
      const rest = { extra: '', judged: '', nullable: 1, type: 'int', comment: '', seen_at: 1, gone_at: null };
      for (let from = 0; from < columns; from += 100)
        await tx
          .insertInto('dictionary_column')
          .values(
            Array.from({ length: 100 }, (_, at) => from + at).map((n) => ({
              ...{ ...of, ...rest, id: `d${(n * 7919) % columns}`, name: `n${n}`, position: n },
              ...{ sort_key: sortKeyOf('shop', 'visit', place(n)) },
              search_text: `common n${place(n)}${n === 700 ? ' 100%' : ''}`,
            })),
          )
          .execute();
      await tx
        .insertInto('dictionary_note')
        .values({
          ...{
            object_id: 'd0',
            cluster_id: cluster.id,
            subject: 'x',
            owner: '',
            note: 'rarely',
            search_text: 'rarely',
          },
          ...{ changed_at: 1, changed_by: 'p' },
        })
        .execute();
      return cluster.id;
    });
    const positions = async (search: string, after?: { sortKey: string; id: string }) =>
      (await pageColumns(db, { sight, search, clusterId }, after, 3)).map(({ position }) => Number(position));
    const named = async (search: string) => (await nameFound(db, 'dictionary_column', { sight, search })).found?.length;
    assert.deepEqual([await named('common'), await named('n0012'), await named('rarely')], [undefined, 1, 1]);
    assert.deepEqual([await named('100%'), await named('nowhere')], [1, 0]);
    assert.deepEqual(await positions('common'), [0, 1, 2]);
    const [, , third] = await pageColumns(db, { sight, search: 'common' }, undefined, 3);
    assert.ok(third);
    assert.deepEqual(await positions('common', { sortKey: third.sort_key, id: third.id }), [3, 4, 5]);
    assert.deepEqual([await positions('n07'), await positions('100%')], [[700, 701, 702], [700]]);
    assert.deepEqual([await positions('rarely'), await positions('nowhere')], [[0], []]);
    const count = (search: string) => countOf(db, { sight, search }, 'columns');
    assert.deepEqual([await count('common'), await count('n07'), await count('nowhere')], [columns, 100, 0]);
  },
  { migrations: [...metadataMigrations, ...dictionaryMigrations] },
);
