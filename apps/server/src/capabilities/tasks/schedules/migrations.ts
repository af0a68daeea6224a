import { addColumn, createIndex, type Migration } from '../../../platform/database/migration.ts';

export const scheduleMigrations: readonly Migration[] = [
  {
    id: '2026-11-22-tasks-20-schedule',
    up: (_db, columns) =>
      columns
        .table('schedule')
        .addColumn('id', columns.str(36), (column) => column.primaryKey())
        .addColumn('name', columns.str(100), (column) => column.notNull())
        .addColumn('cron', columns.str(100), (column) => column.notNull())
        .addColumn('time_zone', columns.str(64), (column) => column.notNull())
        .addColumn('task_kind', columns.str(100), (column) => column.notNull())
        .addColumn('task_input', columns.text(), (column) => column.notNull())
        .addColumn('overlap', columns.str(20), (column) => column.notNull())
        .addColumn('misfire', columns.str(20), (column) => column.notNull())
        .addColumn('jitter_seconds', columns.int(), (column) => column.notNull())
        .addColumn('window', columns.text())
        .addColumn('approved_by', columns.str(36), (column) => column.notNull())
        .addColumn('paused', columns.bool(), (column) => column.notNull())
        .addColumn('next_at', columns.int())
        .addColumn('held', columns.bool(), (column) => column.notNull())
        .addColumn('created_at', columns.int(), (column) => column.notNull())
        .execute(),
  },
  {
    id: '2026-11-22-tasks-21-schedule-next',
    up: (db, columns) => createIndex(db, columns, 'schedule_next', 'schedule', ['next_at']),
  },
  {
    id: '2026-11-22-tasks-22-schedule-run',
    up: (_db, columns) =>
      columns
        .table('schedule_run')
        .addColumn('schedule_id', columns.str(36), (column) => column.notNull())
        .addColumn('fire_at', columns.int(), (column) => column.notNull())
        .addColumn('looked_at', columns.int(), (column) => column.notNull())
        .addColumn('task_id', columns.str(36))
        .addColumn('because', columns.str(100))
        .addPrimaryKeyConstraint('schedule_run_id', ['schedule_id', 'fire_at'])
        .execute(),
  },
  {
    id: '2026-11-22-tasks-23-change-freeze',
    up: (_db, columns) =>
      columns
        .table('change_freeze')
        .addColumn('id', columns.str(36), (column) => column.primaryKey())
        .addColumn('name', columns.str(100), (column) => column.notNull())
        .addColumn('from_at', columns.int(), (column) => column.notNull())
        .addColumn('until_at', columns.int(), (column) => column.notNull())
        .addColumn('created_by', columns.str(36), (column) => column.notNull())
        .execute(),
  },
  {
    id: '2026-11-22-tasks-24-task-schedule',
    up: (db, columns) => createIndex(db, columns, 'task_schedule', 'task', ['schedule_id']),
  },
  {
    id: '2026-11-22-tasks-25-schedule-approved-by-name',
    up: (db, columns) => addColumn(db, 'schedule', 'approved_by_name', columns.str(100)),
  },
  {
    id: '2026-11-22-tasks-26-change-freeze-reason',
    up: (db, columns) => addColumn(db, 'change_freeze', 'reason', columns.text()),
  },
  {
    id: '2026-11-22-tasks-27-change-freeze-scope',
    up: (db, columns) => addColumn(db, 'change_freeze', 'scope', columns.text()),
  },
  {
    id: '2026-11-22-tasks-28-change-freeze-created-by-name',
    up: (db, columns) => addColumn(db, 'change_freeze', 'created_by_name', columns.str(100)),
  },
  {
    id: '2026-11-22-tasks-29-change-freeze-created-at',
    up: (db, columns) => addColumn(db, 'change_freeze', 'created_at', columns.int()),
  },
  {
    // The calendar asks for a span of time over all schedules.
    id: '2026-11-22-tasks-31-schedule-run-fire',
    up: (db, columns) => createIndex(db, columns, 'schedule_run_fire', 'schedule_run', ['fire_at']),
  },
];
