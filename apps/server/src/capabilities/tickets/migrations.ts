import { addColumn, createIndex, type Migration } from '../../platform/database/migration.ts';
import { subjectColumns } from '../metadata/index.ts';

const tables: readonly Migration[] = [
  {
    id: '2026-01-05-tickets-01-ticket',
    up: async (_db, c) => {
      await c
        .table('ticket')
        .addColumn('id', c.str(36), (col) => col.primaryKey())
        .addColumn('letter', c.str(4), (col) => col.notNull())
        .addColumn('number', c.int(), (col) => col.notNull())
        .addColumn('kind', c.str(100), (col) => col.notNull())
        .addColumn('title', c.text(), (col) => col.notNull())
        .addColumn('state', c.str(20), (col) => col.notNull())
        .addColumn('form', c.text(), (col) => col.notNull())
        .addColumn('reason', c.text())
        .addColumn('application_id', c.str(36))
        .addColumn('opened_by_id', c.str(36), (col) => col.notNull())
        .addColumn('opened_by_name', c.str(190), (col) => col.notNull())
        .addColumn('opened_at', c.int(), (col) => col.notNull())
        .addColumn('closed_at', c.int())
        .addColumn('locked', c.int(), (col) => col.notNull())
        .addUniqueConstraint('ticket_by_number', ['letter', 'number'])
        .execute();
    },
  },
  {
    id: '2026-01-05-tickets-02-number',
    up: async (_db, c) => {
      await c
        .table('ticket_number')
        .addColumn('letter', c.str(4), (col) => col.primaryKey())
        .addColumn('last', c.int(), (col) => col.notNull().defaultTo(0))
        .execute();
    },
  },
  {
    id: '2026-01-05-tickets-03-sub-ticket',
    up: async (_db, c) => {
      await c
        .table('sub_ticket')
        .addColumn('id', c.str(36), (col) => col.primaryKey())
        .addColumn('ticket_id', c.str(36), (col) => col.notNull())
        .addColumn('position', c.int(), (col) => col.notNull())
        .addColumn('kind', c.str(100), (col) => col.notNull())
        .addColumn('title', c.text(), (col) => col.notNull())
        .addColumn('form', c.text(), (col) => col.notNull())
        .addColumn('task_input', c.text(), (col) => col.notNull())
        .addColumn('state', c.str(20), (col) => col.notNull())
        .addColumn('plan', c.text(), (col) => col.notNull())
        .addColumn('plan_hash', c.str(64), (col) => col.notNull())
        .addColumn('stale', c.bool(), (col) => col.notNull())
        .addColumn('task_id', c.str(36))
        .addColumn('changed_at', c.int(), (col) => col.notNull())
        .execute();
    },
  },
  {
    id: '2026-01-05-tickets-04-approval',
    up: async (_db, c) => {
      await c
        .table('ticket_approval')
        .addColumn('id', c.str(36), (col) => col.primaryKey())
        .addColumn('ticket_id', c.str(36), (col) => col.notNull())
        .addColumn('by_id', c.str(36), (col) => col.notNull())
        .addColumn('by_name', c.str(190), (col) => col.notNull())
        .addColumn('at', c.int(), (col) => col.notNull())
        .addColumn('verdict', c.str(20), (col) => col.notNull())
        .addColumn('comment', c.text())
        .addColumn('plan_hash', c.str(64), (col) => col.notNull())
        .addColumn('own_ticket', c.bool(), (col) => col.notNull())
        .execute();
    },
  },
  {
    id: '2026-01-05-tickets-05-history',
    up: async (_db, c) => {
      await c
        .table('ticket_history')
        .addColumn('id', c.str(36), (col) => col.primaryKey())
        .addColumn('ticket_id', c.str(36), (col) => col.notNull())
        .addColumn('at', c.int(), (col) => col.notNull())
        .addColumn('what', c.str(40), (col) => col.notNull())
        .addColumn('by_name', c.str(190))
        .addColumn('words', c.text(), (col) => col.notNull())
        .execute();
    },
  },
  {
    id: '2026-01-05-tickets-06-intake',
    up: async (_db, c) => {
      await c
        .table('ticket_intake')
        .addColumn('id', c.str(36), (col) => col.primaryKey())
        .addColumn('received_at', c.int(), (col) => col.notNull())
        .addColumn('source', c.str(40), (col) => col.notNull())
        .addColumn('by_id', c.str(36), (col) => col.notNull())
        .addColumn('by_name', c.str(190), (col) => col.notNull())
        .addColumn('body', c.text(), (col) => col.notNull())
        .addColumn('outcome', c.str(20), (col) => col.notNull())
        .addColumn('problem', c.text())
        .addColumn('ticket_id', c.str(36))
        .execute();
    },
  },
];

const index = (number: string, table: string, ...on: string[]): Migration => ({
  id: `2026-01-05-tickets-${number}-${table}-by-${on.join('-').replaceAll('_', '-')}`,
  up: (db, c) => createIndex(db, c, `${table}_by_${on.join('_')}`, table, on),
});

export const ticketMigrations: readonly Migration[] = [
  ...tables,
  index('11', 'ticket', 'state', 'id'),
  index('12', 'ticket', 'opened_by_id', 'id'),
  index('13', 'sub_ticket', 'ticket_id', 'position'),
  index('14', 'sub_ticket', 'task_id'),
  index('15', 'ticket_approval', 'ticket_id', 'id'),
  index('16', 'ticket_history', 'ticket_id', 'id'),
  index('17', 'ticket_intake', 'outcome', 'id'),
  {
    id: '2026-11-22-tickets-01-held-until',
    up: (db, c) => addColumn(db, 'sub_ticket', 'held_until', c.int()),
  },
  {
    id: '2026-11-22-tickets-02-freeze-override',
    up: (db, c) => addColumn(db, 'ticket_approval', 'freeze_override', c.text()),
  },
  {
    id: '2026-11-22-tickets-03-sub-ticket-by-held-until',
    up: (db, c) => createIndex(db, c, 'sub_ticket_by_held_until', 'sub_ticket', ['held_until']),
  },
  {
    id: '2026-11-22-tickets-04-subject',
    up: (_db, c) =>
      subjectColumns(c.table('ticket_subject'), 'ticket_id', c)
        .addPrimaryKeyConstraint('ticket_subject_key', ['ticket_id', 'entity', 'entity_id'])
        .execute(),
  },
  {
    id: '2026-11-22-tickets-05-subject-by-entity',
    up: (db, c) => createIndex(db, c, 'ticket_subject_by_entity', 'ticket_subject', ['entity_id', 'entity']),
  },
  {
    id: '2026-11-22-tickets-06-approval-by-time',
    up: (db, c) => createIndex(db, c, 'ticket_approval_by_time', 'ticket_approval', ['verdict', 'at', 'ticket_id']),
  },
  {
    // Of clusters to come, which are no things yet.
    id: '2026-11-23-tickets-07-subject-by-application',
    up: (db, c) =>
      createIndex(db, c, 'ticket_subject_by_application', 'ticket_subject', ['application_id', 'ticket_id']),
  },
  {
    id: '2026-11-23-tickets-08-subject-by-environment',
    up: (db, c) => createIndex(db, c, 'ticket_subject_by_environment', 'ticket_subject', ['environment', 'ticket_id']),
  },
];
