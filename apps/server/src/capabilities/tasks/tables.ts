import type { SubjectColumns } from '../metadata/index.ts';

export interface TaskTable {
  id: string;
  kind: string;
  title: string;
  input: string;
  plan_hash: string;
  locks: string;
  at_once: number | null;
  state: string;
  error: string | null;
  ticket_id: string | null;
  parent_id: string | null;
  /** Which child of its parent: makes creating children idempotent. */
  child_key: string | null;
  schedule_id: string | null;
  created_by: string | null;
  created_at: number;
  started_at: number | null;
  ended_at: number | null;
  /** Sequence number of its latest event. */
  event_seq: number;
}

export interface TaskStepTable {
  task_id: string;
  step_id: string;
  position: number;
  step: string;
  input: string;
  target: string | null;
  waits_for: string;
  state: string;
  attempt: number;
  round: number;
  failures: number;
  touched: 0 | 1;
  started_at: number | null;
  ended_at: number | null;
  wake_at: number | null;
  deadline_at: number | null;
  handle: string | null;
  result: string | null;
  error: string | null;
  progress: string | null;
  path: string | null;
}

export interface StepAttemptTable {
  task_id: string;
  step_id: string;
  attempt: number;
  started_at: number | null;
  ended_at: number | null;
  outcome: string | null;
  error: string | null;
  path: string | null;
  hops: string | null;
}

export interface TaskEventTable {
  task_id: string;
  seq: number;
  at: number;
  type: string;
  step_id: string | null;
  state: string | null;
  level: string | null;
  words: string | null;
  progress: string | null;
}

export interface TaskRequestTable {
  id: string;
  task_id: string;
  kind: string;
  step_id: string | null;
  by_name: string;
  reason: string | null;
  created_at: number;
  handled_at: number | null;
}

export interface ResourceLockTable {
  resource: string;
  task_id: string;
  acquired_at: number;
}

export interface TaskWaitTable {
  task_id: string;
  resource: string;
  holder_task_id: string;
  since: number;
}

export interface TaskSubjectTable extends SubjectColumns {
  task_id: string;
}

declare module '../../platform/database/schema.ts' {
  interface Database {
    task: TaskTable;
    task_step: TaskStepTable;
    step_attempt: StepAttemptTable;
    task_event: TaskEventTable;
    task_request: TaskRequestTable;
    resource_lock: ResourceLockTable;
    task_wait: TaskWaitTable;
    task_subject: TaskSubjectTable;
  }
}

export interface ScheduleTable {
  id: string;
  name: string;
  cron: string;
  time_zone: string;
  task_kind: string;
  task_input: string;
  overlap: string;
  misfire: string;
  jitter_seconds: number;
  window: string | null;
  /** Who approved the standing plan. */
  approved_by: string;
  approved_by_name: string | null;
  paused: 0 | 1;
  /** Its next time; null = never again. */
  next_at: number | null;
  /** Its time has come and waits behind its last task. */
  held: 0 | 1;
  created_at: number;
}

export interface ScheduleRunTable {
  schedule_id: string;
  /** The time by the schedule, not when it was looked at. */
  fire_at: number;
  looked_at: number;
  task_id: string | null;
  /** Why no task was made. */
  because: string | null;
}

export interface ChangeFreezeTable {
  id: string;
  name: string;
  from_at: number;
  until_at: number;
  reason: string | null;
  /** What it holds back; null = everything. */
  scope: string | null;
  created_by: string;
  created_by_name: string | null;
  created_at: number | null;
}

declare module '../../platform/database/schema.ts' {
  interface Database {
    schedule: ScheduleTable;
    schedule_run: ScheduleRunTable;
    change_freeze: ChangeFreezeTable;
  }
}
