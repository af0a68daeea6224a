import { type ReplicationState, readReplication, startAsBefore } from '@myriad/mysql';
import type { StepContext } from '@myriad/runbook';
import type { InstancePorts } from '../ports.ts';
import { versionOf } from '../server-package.ts';
import type { Seat } from './bring-back-form.ts';
import { type NotedReplication, whatRan } from './note-replication.ts';

/** Of its own: what was given up may have been cut, and is put back all the same. */
const withinMilliseconds = 10_000;

/**
 * What ran before runs again, of a replica that was left where it was; a thread that runs is left alone. In a session of its own:
 * the other one may hang in STOP. Never throws, as it would hide why the act was given up: what stands still is said instead, and
 * is the answer.
 */
export async function putBackReplication(
  context: StepContext & InstancePorts,
  seat: Seat,
  as: 'admin' | 'ha',
  before: ReplicationState,
): Promise<'runs' | 'stands'> {
  const version = versionOf(seat);
  try {
    const options = { as, signal: AbortSignal.timeout(withinMilliseconds) } as const;
    await using mysql = await context.access.openInstance(seat.instanceId, options);
    const [now] = await readReplication(mysql, version);
    await startAsBefore(mysql, version, {
      ...before,
      receiver: now?.receiver === 'stopped' ? before.receiver : 'stopped',
      applier: now?.applier === 'stopped' ? before.applier : 'stopped',
    });
    const [after] = await readReplication(mysql, version);
    if (!standsStill(before, after)) return 'runs';
    sayStands(context, seat, after?.error ?? '');
  } catch (error) {
    sayStands(context, seat, error instanceof Error ? error.message : String(error));
  }
  return 'stands';
}

/** A thread that ran does not run now. */
export const standsStill = (
  before: Pick<ReplicationState, 'receiver' | 'applier'>,
  after: Pick<ReplicationState, 'receiver' | 'applier'> | undefined,
): boolean =>
  (before.receiver !== 'stopped' && (after?.receiver ?? 'stopped') === 'stopped') ||
  (before.applier !== 'stopped' && after?.applier !== 'running');

/**
 * How undoing finds a replica: it runs as noted; it stands, and what ran before may run again; or it was cut between pointing and
 * starting, where nothing that ran before is left to start and somebody has to look. Pure.
 */
export function foundForUndo<T extends NotedReplication>(
  now: T | undefined,
  noted: NotedReplication,
): 'runs' | 'pointed-elsewhere' | T {
  if (!standsStill(noted, now)) return 'runs';
  const before = whatRan(now, noted);
  return before && standsStill(before, now) ? before : 'pointed-elsewhere';
}

function sayStands(context: StepContext, { name }: Seat, because: string): void {
  const [en, zh] = because === '' ? ['', ''] : [` (${because})`, `（${because}）`];
  context.say(
    {
      en: `${name}: replication was stopped and could not be started again as it ran before${en}: it may stand still. Look at it, and start it by hand.`,
      zh: `${name}：复制已停止，未能恢复到之前的运行状态${zh}，可能仍处于停止状态。请检查并人工启动。`,
    },
    'error',
  );
}
