export type { CreateTaskOptions } from './create-task.ts';
export {
  type CreateTasksOptions,
  createTasks,
  type TaskEndHandler,
  type TaskFollower,
  type Tasks,
} from './create-tasks.ts';
export { decideTask } from './decide-task.ts';
export { taskMigrations } from './migrations.ts';
export { serveTasks } from './routes.ts';
