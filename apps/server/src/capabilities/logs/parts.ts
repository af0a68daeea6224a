import type { Clock } from '../../platform/clock/clock.ts';
import type { Db } from '../../platform/database/schema.ts';
import type { Log } from '../../platform/log/log.ts';
import type { Metadata } from '../metadata/index.ts';
import type { Access } from '../paths/index.ts';
import type { TaskLogReader } from './platform-logs/read-platform-log.ts';

/** What reading logs works with. */
export interface LogParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly metadata: Metadata;
  readonly access: Access;
  /** What steps said, as far as the caller sees their tasks; answered by the tasks slice. */
  readonly readTaskLog: TaskLogReader;
}
