import { createIndex, type Migration } from '../../../platform/database/migration.ts';

const index = (id: string, table: string, on: readonly string[]): Migration => ({
  id: `2026-11-23-dictionary-${id}`,
  up: (db, c) => createIndex(db, c, `${table}_${id.slice(3).replaceAll('-', '_')}`, table, on),
});

/** Accounts as rows; parameters as what is usual in a release series, and what an instance has that differs from it. */
export const fleetMigrations: readonly Migration[] = [
  {
    id: '2026-11-23-dictionary-01-account',
    up: (_db, c) =>
      c
        .table('dictionary_account')
        .addColumn('id', c.str(64), (col) => col.primaryKey())
        .addColumn('instance_id', c.str(40), (col) => col.notNull())
        .addColumn('sort_key', c.str(190), (col) => col.notNull())
        .addColumn('user', c.str(300), (col) => col.notNull())
        .addColumn('details', c.text(), (col) => col.notNull())
        .addColumn('seen_at', c.int(), (col) => col.notNull())
        .execute(),
  },
  index('02-in-order', 'dictionary_account', ['sort_key', 'id']),
  index('03-of-instance', 'dictionary_account', ['instance_id', 'sort_key', 'id']),
  index('04-by-time', 'dictionary_account', ['seen_at']),
  {
    id: '2026-11-23-dictionary-05-series',
    up: (_db, c) =>
      c
        .table('dictionary_series')
        .addColumn('series', c.str(60), (col) => col.primaryKey())
        .execute(),
  },
  {
    id: '2026-11-23-dictionary-06-usual',
    up: (_db, c) =>
      c
        .table('dictionary_usual')
        .addColumn('name', c.str(100), (col) => col.notNull())
        .addColumn('series', c.str(60), (col) => col.notNull())
        .addColumn('value', c.str(500))
        .addPrimaryKeyConstraint('dictionary_usual_key', ['name', 'series'])
        .execute(),
  },
  index('07-of-series', 'dictionary_usual', ['series']),
  {
    id: '2026-11-23-dictionary-08-parameters-of',
    up: (_db, c) =>
      c
        .table('dictionary_parameters_of')
        .addColumn('instance_id', c.str(40), (col) => col.primaryKey())
        .addColumn('series', c.str(60), (col) => col.notNull())
        .addColumn('at', c.int(), (col) => col.notNull())
        .execute(),
  },
  index('09-of-series', 'dictionary_parameters_of', ['series']),
  {
    id: '2026-11-23-dictionary-10-parameter',
    up: (_db, c) =>
      c
        .table('dictionary_parameter')
        .addColumn('name', c.str(100), (col) => col.notNull())
        .addColumn('instance_id', c.str(40), (col) => col.notNull())
        .addColumn('value', c.str(500))
        .addPrimaryKeyConstraint('dictionary_parameter_key', ['name', 'instance_id'])
        .execute(),
  },
  index('11-of-instance', 'dictionary_parameter', ['instance_id']),
];
