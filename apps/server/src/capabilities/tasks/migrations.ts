import { createIndex, type Migration } from '../../platform/database/migration.ts';
import { subjectColumns } from '../metadata/index.ts';
import { scheduleMigrations } from './schedules/migrations.ts';

export const taskMigrations: readonly Migration[] = [
  {
    id: '2026-11-22-tasks-01-task',
    up: (_db, columns) =>
      columns
        .table('task')
        .addColumn('id', columns.str(36), (column) => column.primaryKey())
        .addColumn('kind', columns.str(100), (column) => column.notNull())
        .addColumn('title', columns.text(), (column) => column.notNull())
        .addColumn('input', columns.text(), (column) => column.notNull())
        .addColumn('plan_hash', columns.str(64), (column) => column.notNull())
        .addColumn('locks', columns.text(), (column) => column.notNull())
        .addColumn('at_once', columns.int())
        .addColumn('state', columns.str(20), (column) => column.notNull())
        .addColumn('error', columns.text())
        .addColumn('ticket_id', columns.str(36))
        .addColumn('parent_id', columns.str(36))
        .addColumn('child_key', columns.str(190))
        .addColumn('schedule_id', columns.str(36))
        .addColumn('created_by', columns.str(36))
        .addColumn('created_at', columns.int(), (column) => column.notNull())
        .addColumn('started_at', columns.int())
        .addColumn('ended_at', columns.int())
        .addColumn('event_seq', columns.int(), (column) => column.notNull())
        .addUniqueConstraint('task_child', ['parent_id', 'child_key'])
        .execute(),
  },
  {
    id: '2026-11-22-tasks-02-task-state',
    up: (db, columns) => createIndex(db, columns, 'task_state', 'task', ['state', 'created_at']),
  },
  {
    id: '2026-11-22-tasks-03-task-created',
    up: (db, columns) => createIndex(db, columns, 'task_created', 'task', ['created_at', 'id']),
  },
  {
    id: '2026-11-22-tasks-04-task-ticket',
    up: (db, columns) => createIndex(db, columns, 'task_ticket', 'task', ['ticket_id']),
  },
  {
    id: '2026-11-22-tasks-05-task-step',
    up: (_db, columns) =>
      columns
        .table('task_step')
        .addColumn('task_id', columns.str(36), (column) => column.notNull())
        .addColumn('step_id', columns.str(190), (column) => column.notNull())
        .addColumn('position', columns.int(), (column) => column.notNull())
        .addColumn('step', columns.str(100), (column) => column.notNull())
        .addColumn('input', columns.text(), (column) => column.notNull())
        .addColumn('target', columns.str(190))
        .addColumn('waits_for', columns.text(), (column) => column.notNull())
        .addColumn('state', columns.str(20), (column) => column.notNull())
        .addColumn('attempt', columns.int(), (column) => column.notNull())
        .addColumn('round', columns.int(), (column) => column.notNull())
        .addColumn('failures', columns.int(), (column) => column.notNull())
        .addColumn('touched', columns.bool(), (column) => column.notNull())
        .addColumn('started_at', columns.int())
        .addColumn('ended_at', columns.int())
        .addColumn('wake_at', columns.int())
        .addColumn('deadline_at', columns.int())
        .addColumn('handle', columns.text())
        .addColumn('result', columns.text())
        .addColumn('error', columns.text())
        .addColumn('progress', columns.text())
        .addColumn('path', columns.text())
        .addPrimaryKeyConstraint('task_step_id', ['task_id', 'step_id'])
        .execute(),
  },
  {
    id: '2026-11-22-tasks-06-step-attempt',
    up: (_db, columns) =>
      columns
        .table('step_attempt')
        .addColumn('task_id', columns.str(36), (column) => column.notNull())
        .addColumn('step_id', columns.str(190), (column) => column.notNull())
        .addColumn('attempt', columns.int(), (column) => column.notNull())
        .addColumn('started_at', columns.int())
        .addColumn('ended_at', columns.int())
        .addColumn('outcome', columns.str(20))
        .addColumn('error', columns.text())
        .addColumn('path', columns.text())
        .addColumn('hops', columns.text())
        .addPrimaryKeyConstraint('step_attempt_id', ['task_id', 'step_id', 'attempt'])
        .execute(),
  },
  {
    id: '2026-11-22-tasks-07-task-event',
    up: (_db, columns) =>
      columns
        .table('task_event')
        .addColumn('task_id', columns.str(36), (column) => column.notNull())
        .addColumn('seq', columns.int(), (column) => column.notNull())
        .addColumn('at', columns.int(), (column) => column.notNull())
        .addColumn('type', columns.str(20), (column) => column.notNull())
        .addColumn('step_id', columns.str(190))
        .addColumn('state', columns.str(20))
        .addColumn('level', columns.str(20))
        .addColumn('words', columns.text())
        .addColumn('progress', columns.text())
        .addPrimaryKeyConstraint('task_event_id', ['task_id', 'seq'])
        .execute(),
  },
  {
    id: '2026-11-22-tasks-08-task-request',
    up: (_db, columns) =>
      columns
        .table('task_request')
        .addColumn('id', columns.str(36), (column) => column.primaryKey())
        .addColumn('task_id', columns.str(36), (column) => column.notNull())
        .addColumn('kind', columns.str(20), (column) => column.notNull())
        .addColumn('step_id', columns.str(190))
        .addColumn('by_name', columns.str(100), (column) => column.notNull())
        .addColumn('reason', columns.text())
        .addColumn('created_at', columns.int(), (column) => column.notNull())
        .addColumn('handled_at', columns.int())
        .execute(),
  },
  {
    id: '2026-11-22-tasks-09-task-request-open',
    up: (db, columns) => createIndex(db, columns, 'task_request_open', 'task_request', ['task_id', 'handled_at']),
  },
  {
    id: '2026-11-22-tasks-10-resource-lock',
    up: (_db, columns) =>
      columns
        .table('resource_lock')
        .addColumn('resource', columns.str(190), (column) => column.primaryKey())
        .addColumn('task_id', columns.str(36), (column) => column.notNull())
        .addColumn('acquired_at', columns.int(), (column) => column.notNull())
        .execute(),
  },
  {
    id: '2026-11-22-tasks-11-resource-lock-task',
    up: (db, columns) => createIndex(db, columns, 'resource_lock_task', 'resource_lock', ['task_id']),
  },
  {
    id: '2026-11-22-tasks-12-task-wait',
    up: (_db, columns) =>
      columns
        .table('task_wait')
        .addColumn('task_id', columns.str(36), (column) => column.notNull())
        .addColumn('resource', columns.str(190), (column) => column.notNull())
        .addColumn('holder_task_id', columns.str(36), (column) => column.notNull())
        .addColumn('since', columns.int(), (column) => column.notNull())
        .addPrimaryKeyConstraint('task_wait_id', ['task_id', 'resource'])
        .execute(),
  },
  {
    id: '2026-11-22-tasks-13-task-wait-resource',
    up: (db, columns) => createIndex(db, columns, 'task_wait_resource', 'task_wait', ['resource']),
  },
  {
    id: '2026-11-22-tasks-14-task-subject',
    up: (_db, columns) =>
      subjectColumns(columns.table('task_subject'), 'task_id', columns)
        .addPrimaryKeyConstraint('task_subject_key', ['task_id', 'entity', 'entity_id'])
        .execute(),
  },
  {
    id: '2026-11-22-tasks-15-task-subject-by-entity',
    up: (db, columns) => createIndex(db, columns, 'task_subject_by_entity', 'task_subject', ['entity_id', 'entity']),
  },
  {
    // What is removed by its age is looked for by the end of its task.
    id: '2026-11-22-tasks-16-ended',
    up: (db, columns) => createIndex(db, columns, 'task_ended', 'task', ['ended_at', 'id']),
  },
  {
    // A search in what steps said goes by time.
    id: '2026-11-22-tasks-17-event-at',
    up: (db, columns) => createIndex(db, columns, 'task_event_at', 'task_event', ['at']),
  },
  ...scheduleMigrations,
  {
    // Of clusters to come, which are no things yet.
    id: '2026-11-23-tasks-18-subject-by-application',
    up: (db, c) => createIndex(db, c, 'task_subject_by_application', 'task_subject', ['application_id', 'task_id']),
  },
  {
    id: '2026-11-23-tasks-19-subject-by-environment',
    up: (db, c) => createIndex(db, c, 'task_subject_by_environment', 'task_subject', ['environment', 'task_id']),
  },
];
