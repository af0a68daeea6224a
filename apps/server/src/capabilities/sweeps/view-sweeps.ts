import type { InstanceGlance, SweepStatus, Words } from '@myriad/contract';
import { fillWords } from '../../platform/http/fill-words.ts';
import { harmlessText } from '../findings/index.ts';
import { stateOf } from './end-look.ts';
import type { Fault } from './fault.ts';
import { sweepFindings } from './finding-kinds.ts';
import type { Pace } from './pace.ts';
import { unpackGlance } from './pack-glance.ts';
import type { Target } from './target.ts';
import type { Turnstile } from './turnstile.ts';

export const faultWords = ({ code, reason }: Fault, name: string): Words =>
  fillWords(sweepFindings[code].words, { name, reason: harmlessText(reason, 200) });

export function viewTarget(target: Target, nextAt: number): InstanceGlance {
  const { recorded, lookedAt, answeredAt, packed, fault, failures, failingSince, tookMilliseconds } = target;
  return {
    instanceId: recorded.id,
    state: stateOf(target),
    ...(lookedAt === 0 ? {} : { lookedAt, tookMilliseconds: Math.round(tookMilliseconds) }),
    ...(packed === undefined ? {} : { answeredAt, glance: unpackGlance(packed) }),
    ...(fault
      ? { fault: { code: fault.code, words: faultWords(fault, recorded.name), since: failingSince, times: failures } }
      : {}),
    nextAt,
  };
}

export function viewStatus(
  targets: readonly Target[],
  sweep: {
    readonly running: boolean;
    readonly periodSeconds: number;
    readonly pace: Pace;
    readonly logins: Turnstile;
    readonly unwritten: number;
  },
): SweepStatus {
  const { running, periodSeconds, pace, logins, unwritten } = sweep;
  const faults = new Map<string, number>();
  const states = { answers: 0, fails: 0, waiting: 0, 'not-swept': 0 };
  let connections = 0;
  for (const target of targets) {
    states[stateOf(target)] += 1;
    if (target.session) connections += 1;
    if (target.fault) faults.set(target.fault.code, (faults.get(target.fault.code) ?? 0) + 1);
  }
  return {
    ...{ running, periodSeconds, connections, unwritten },
    instances: targets.length,
    answering: states.answers,
    failing: states.fails,
    waiting: states.waiting,
    ...(pace.last ? { last: pace.last } : {}),
    faults: [...faults].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count),
    logins: { underWay: logins.underWay, waiting: logins.waiting },
  };
}
