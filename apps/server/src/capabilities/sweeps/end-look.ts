import type { SweepState } from '@myriad/contract';
import type { ServerGlance } from '@myriad/mysql';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Events } from '../../platform/events/events.ts';
import { compareWithRecord } from './compare-with-record.ts';
import { backOffMilliseconds, type Fault } from './fault.ts';
import { identityToRecord } from './known-identity.ts';
import { packGlance } from './pack-glance.ts';
import { seenFacts } from './seen-facts.ts';
import { findingsOfFault, findingsOfGlance } from './seen-findings.ts';
import { startOf, type Target } from './target.ts';
import type { WriteBehind } from './write-behind.ts';

export interface EndParts {
  readonly clock: Clock;
  readonly events: Events;
  readonly writes: WriteBehind;
  readonly periodMilliseconds: number;
}

/** What stays the same is still said once in a while, so that its time in the store does not look forgotten. */
const writeAgainMilliseconds = 3_600_000;

/** Takes in what a look gave: into memory always, into the store only what is new. */
export function endLook(parts: EndParts, target: Target, seen: ServerGlance | Fault): void {
  const now = parts.clock.now();
  target.lookedAt = now;
  const before = stateOf(target);
  const news = 'code' in seen ? fail(parts, target, seen, now) : answer(parts, target, seen, now);
  const state = stateOf(target);
  const { id: instanceId, clusterId } = target.recorded;
  if (state !== before || news) parts.events.emit('instance.seen', { instanceId, clusterId, state });
}

export const stateOf = ({ lookedAt, fault }: Target): SweepState =>
  lookedAt === 0 ? 'waiting' : fault ? 'fails' : 'answers';

function answer(parts: EndParts, target: Target, glance: ServerGlance, now: number): boolean {
  const { recorded } = target;
  target.answeredAt = now;
  target.failures = 0;
  target.failingSince = 0;
  target.fault = undefined;
  target.notBefore = 0;
  target.packed = packGlance(glance);
  target.startedAt = startOf(glance, target.startedAt);
  // Said again each time it is written, as long as it is the one that is known.
  const identity = identityToRecord(recorded, glance);
  target.recorded = { ...recorded, identity: { ...identity, ...recorded.identity } };
  const facts = seenFacts(glance, target.startedAt, identity);
  // During maintenance things are not as recorded, and everybody knows.
  const isMaintained = recorded.maintenance !== null && recorded.maintenance.until > now;
  const findings = isMaintained ? [] : [...findingsOfGlance(recorded, glance), ...compareWithRecord(recorded, glance)];
  const news = isNews(target, JSON.stringify([facts, findings]), now);
  if (news) parts.writes.put({ instanceId: recorded.id, at: now, facts, ...(isMaintained ? {} : { findings }) });
  return news;
}

function fail(parts: EndParts, target: Target, fault: Fault, now: number): boolean {
  if (target.failures === 0) target.failingSince = now;
  target.failures += 1;
  target.fault = fault;
  target.notBefore =
    now + backOffMilliseconds(target.failures, parts.periodMilliseconds) - parts.periodMilliseconds / 2;
  const findings = findingsOfFault(target, fault, now);
  // Of its reason only the kind is compared: ports and times in it are no news.
  const news = findings !== undefined && isNews(target, JSON.stringify(findings.map(({ code }) => code)), now);
  if (news) parts.writes.put({ instanceId: target.recorded.id, at: now, findings });
  return news;
}

function isNews(target: Target, written: string, now: number): boolean {
  if (target.written === written && now - target.writtenAt < writeAgainMilliseconds) return false;
  target.written = written;
  target.writtenAt = now;
  return true;
}
