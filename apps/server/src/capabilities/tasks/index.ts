export { type ChildrenPorts, runChildren } from './children/run-children.ts';
export type { CreateTaskOptions } from './create-task.ts';
export {
  type CreateTasksOptions,
  createTasks,
  type TaskEndHandler,
  type TaskFollower,
  type Tasks,
} from './create-tasks.ts';
export { decideTask } from './decide-task.ts';
export { listTasks } from './list-tasks.ts';
export type { OpenWork } from './list-work.ts';
export { taskMigrations } from './migrations.ts';
export { pauseOpenTasks } from './pause-open-tasks.ts';
export { readTaskLog } from './read-task-log.ts';
export { serveTasks } from './routes.ts';
export { createSchedules, type Schedules } from './schedules/create-schedules.ts';
export { serveSchedules } from './schedules/routes.ts';
export type { ChangeFreeze, Schedule } from './schedules/schedule.ts';
export { listFreezes } from './schedules/view-freeze.ts';
export { taskRetention } from './store/retention.ts';
export { hasTimesToCome } from './store/schedules.ts';
export type { SaidByTask } from './store/walk-said.ts';
export { createTaskThing, type FindTicketOpener } from './task-thing.ts';
