import type { Change, RunRequest, RunTask } from './run-state.ts';
import type { Words } from './words.ts';

/** Who holds what a task needs. */
export interface LockHolder {
  readonly resource: string;
  readonly taskId: string;
}

/** Why a task does not begin yet. */
export interface Hold {
  readonly words: Words;
  /** It was said already, and nothing of it has changed. */
  readonly isKnown: boolean;
}

/**
 * The journal a runner works on: the server's tables, or another process's own file. The journal is the truth: the
 * runner can be killed at any moment and goes on from what stands here.
 */
export interface RunStore<Tx> {
  load(taskId: string): Promise<RunTask | undefined>;
  /** Requests not yet handled, oldest first. */
  loadRequests(taskId: string): Promise<readonly RunRequest[]>;
  /** Writes the whole change or nothing. When the task ends with it, its locks are free from that very moment. */
  append(taskId: string, change: Change): Promise<void>;
  /** Runs `work` in one transaction and appends the change it returns in the same one. */
  record(taskId: string, work: (transaction: Tx) => Promise<Change>): Promise<Change>;
  /**
   * All or nothing. Empty = all held now (also when they were held before). Otherwise nobody's lock has changed, the
   * wait is written down, and the store sees to it that the task is woken when a holder lets go.
   */
  acquireLocks(taskId: string, resources: readonly string[]): Promise<readonly LockHolder[]>;
  /**
   * Asked right before a task begins: why it must not begin now, or nothing. Whoever is held back holds and waits for no lock; the
   * store sees to it that the task is woken when it may. Absent: nothing is ever held back.
   */
  holdBack?(taskId: string): Promise<Hold | undefined>;
}
