import { initialiseArgv, initialiseSql, initialiseSqlFile } from '@myriad/mysql';
import { defineLongStep } from '@myriad/runbook';
import { z } from 'zod';
import { initialise } from '../actions/seat-actions.ts';
import type { InstancePorts } from '../ports.ts';
import { SeatInput } from '../seat.ts';
import { packagePlace, versionOf } from '../server-package.ts';
import { hostJob, seatOf } from './host-job.ts';

const job = hostJob(initialise, seatOf, ({ taskId }, { seat }: { seat: SeatInput }) => {
  const where = {
    version: versionOf(seat),
    basedir: packagePlace(seat.baseDirectory, seat).target,
    directory: seat.directory,
  };
  return {
    directory: seat.directory,
    instanceId: seat.instanceId,
    taskId,
    argv: [...initialiseArgv(where)],
    sql: initialiseSql(where.version) ?? '',
    sqlFile: initialiseSqlFile(seat.directory),
  };
});

/** The data directory. A finished one is kept; one begun here and cut is begun again; any other is refused. */
export const initialiseStep = defineLongStep<InstancePorts>()({
  name: 'instances.initialise',
  title: { en: 'Initialise the data directory', zh: '初始化数据目录' },
  effect: 'reversible',
  input: z.object({ seat: SeatInput }),
  limitSeconds: 1800,
  retry: { times: 1, firstSeconds: 2, maxSeconds: 10 },
  lookSeconds: 1,
  ...job,
  // The folder it lies in is removed by the step that made it.
  undo: async () => {},
});
