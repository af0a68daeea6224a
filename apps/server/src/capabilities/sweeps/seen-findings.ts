import type { ServerGlance } from '@myriad/mysql';
import type { NewFinding } from '../findings/index.ts';
import { harmlessText } from '../findings/index.ts';
import { type Fault, failuresForFinding } from './fault.ts';
import type { Recorded, Target } from './target.ts';

/** Replication by GTID bears more, times in logs and certificates do not. */
const clockToleranceMilliseconds = 30_000;

const of = ({ id, clusterId }: Recorded) => ({
  entity: 'instance' as const,
  entityId: id,
  ...(clusterId === null ? {} : { clusterId }),
});

/** What a look that was answered shows by itself; the comparison with the record comes from `packages/topology`. */
export function findingsOfGlance(recorded: Recorded, glance: ServerGlance): readonly NewFinding[] {
  const { clockOffsetMilliseconds: offset, hostname, versionComment } = glance;
  const { name } = recorded;
  const findings: NewFinding[] = [];
  if (offset !== null && Math.abs(offset) > clockToleranceMilliseconds) {
    const seconds = Math.round(offset / 1000);
    // Rounded to half minutes: a clock that drifts is not news at each look.
    const about = { name, seconds: Math.round(seconds / 30) * 30 };
    findings.push({ code: 'SERVER_CLOCK_OFF', ...of(recorded), evidence: about });
  }
  const unreadable = [hostname, versionComment].find(
    (text) => harmlessText(text, 300) !== text || text.includes('\ufffd'),
  );
  if (unreadable !== undefined)
    findings.push({
      code: 'SERVER_NAME_UNREADABLE',
      ...of(recorded),
      evidence: { name, shown: harmlessText(unreadable, 100) },
    });
  return findings;
}

/**
 * What a look in vain makes: nothing the first time, nor where the record says that the server is stopped, nor during
 * maintenance; undefined: leave what is there as it is.
 */
export function findingsOfFault(target: Target, fault: Fault, now: number): readonly NewFinding[] | undefined {
  const { recorded, failures, failingSince } = target;
  if (recorded.maintenance !== null && recorded.maintenance.until > now) return undefined;
  if (recorded.state === 'stopped') return [];
  if (failures < failuresForFinding) return undefined;
  const { name, deployedHere } = recorded;
  const evidence = { name, reason: harmlessText(fault.reason, 200), since: failingSince, deployedHere };
  return [{ code: fault.code, ...of(recorded), evidence }];
}
