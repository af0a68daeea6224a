import './events.ts';
import type { InstanceGlance, SweepMark, SweepStatus } from '@myriad/contract';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Db } from '../../platform/database/schema.ts';
import type { Events } from '../../platform/events/events.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import type { Log } from '../../platform/log/log.ts';
import type { Findings } from '../findings/index.ts';
import type { Metadata } from '../metadata/index.ts';
import type { Access } from '../paths/index.ts';
import { createBacklog } from './backlog.ts';
import { endLook } from './end-look.ts';
import { walkRecorded } from './list-recorded.ts';
import { type AskBeside, letGo, lookAt } from './look-at.ts';
import { type MarkedBy, markTargets } from './mark-targets.ts';
import { createPace } from './pace.ts';
import { newTarget, type Recorded, type Target } from './target.ts';
import { createTurnstile } from './turnstile.ts';
import { viewStatus, viewTarget } from './view-sweeps.ts';
import { bucketMilliseconds, createWheel, mostBegun } from './wheel.ts';
import { createWriteBehind } from './write-behind.ts';

export interface SweepParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly metadata: Metadata;
  readonly access: Access;
  readonly findings: Findings;
  readonly events: Events;
  /** Asked over the same connections. */
  readonly beside?: AskBeside;
  /** 0: off. */
  readonly periodSeconds: number;
}

/** The cheap sweep: every instance once a period, over one connection each that is kept. */
export interface Sweeps {
  readonly parts: SweepParts;
  /** Returns at once; the fleet is read and looked at from here on. */
  start(): void;
  /** Lets go of all connections; what was seen and not yet written is seen again after a start. */
  stop(): Promise<void>;
  /**
   * Looks now instead of at the next turn, and resolves when it has ended; one that is being looked at, or was within the last two
   * seconds, is not asked again. Ids nobody looks at are passed over. @throws ProblemError SWEEP_OFF, LOOKS_TOO_MANY
   */
  lookNow(instanceIds: readonly string[]): Promise<void>;
  /** undefined: not looked at. */
  glance(instanceId: string): InstanceGlance | undefined;
  /** Of those of these ids that are looked at. */
  marks(by: MarkedBy, ids: readonly string[]): SweepMark[];
  status(): SweepStatus;
  /** For tests: the fleet as it is recorded now. */
  refresh(): Promise<void>;
}

/** Logins at the same time: each costs both sides more than a hundred looks. */
const loginsAtOnce = 32;
/** The record is read again so long after it changed, at the earliest. */
const refreshMilliseconds = 5000;
/** However often people ask: a server, and the record, are asked no more often. */
const askedGapMilliseconds = 2000;
/** Instances people wait for at the same time, all of them together. */
const mostAsked = 200;

export function createSweeps(parts: SweepParts): Sweeps {
  const { clock, events, log, metadata, periodSeconds } = parts;
  const periodMilliseconds = Math.max(100, periodSeconds * 1000);
  const targets = new Map<string, Target>();
  const wheel = createWheel<Target>(periodMilliseconds);
  const backlog = createBacklog<Target>();
  const logins = createTurnstile(loginsAtOnce);
  const writes = createWriteBehind(parts);
  const pace = createPace(periodMilliseconds);
  const looks = new Map<Target, Promise<void>>();
  let running = false;
  let ticked = 0;
  let turnedAt = 0;
  let timer: NodeJS.Timeout | undefined;
  let refreshTimer: NodeJS.Timeout | undefined;
  let refreshing: Promise<void> | undefined;
  let unlisten: (() => void) | undefined;
  let cleared = false;
  let asked = 0;
  let refreshedAt = 0;

  async function look(target: Target): Promise<void> {
    target.looking = true;
    const begun = performance.now();
    const seen = await lookAt({ ...parts, logins }, target);
    target.looking = false;
    if (target.gone || !running) return letGo(target);
    target.tookMilliseconds = performance.now() - begun;
    pace.ended(target.recorded.id, target.tookMilliseconds);
    endLook({ clock, events, writes, periodMilliseconds }, target, seen);
  }

  function lineUp(target: Target, since: number): void {
    // One that failed before is known to be slow; it does not make the sweep late.
    if ((target.looking || !backlog.add(target, since)) && target.failures === 0) pace.leftOut();
  }

  function begin(target: Target, late: number): void {
    pace.begun(late);
    void start(target);
  }

  function start(target: Target): Promise<void> {
    const ending = look(target)
      .catch((error: unknown) => log.error('a look failed', { instance: target.recorded.id, error }))
      .finally(() => looks.delete(target));
    looks.set(target, ending);
    return ending;
  }

  /** The look that runs, a new one, or none where the last has only just ended. A clock set back does not count as just. */
  function lookOnce(target: Target): Promise<void> {
    const since = clock.now() - target.lookedAt;
    const isFresh = since >= 0 && since < askedGapMilliseconds;
    return looks.get(target) ?? (isFresh ? Promise.resolve() : start(target));
  }

  async function lookNow(instanceIds: readonly string[]): Promise<void> {
    if (!running) throw new ProblemError('SWEEP_OFF');
    const isNew = instanceIds.some((id) => !targets.has(id));
    // Recorded only just now: the record would be read again a few seconds later.
    if (isNew && clock.now() - refreshedAt >= askedGapMilliseconds) await refresh();
    const wanted = [...new Set(instanceIds)].flatMap((id) => targets.get(id) ?? []);
    if (asked + wanted.length > mostAsked) throw new ProblemError('LOOKS_TOO_MANY', { count: mostAsked });
    asked += wanted.length;
    try {
      await Promise.all(wanted.map(lookOnce));
    } finally {
      asked -= wanted.length;
    }
  }

  function tick(): void {
    const now = clock.now();
    // A clock set back must not stop the sweep until it has caught up.
    const from = ticked > now ? now - bucketMilliseconds : ticked;
    for (const target of wheel.due(from, now)) if (target.notBefore <= now) lineUp(target, from);
    for (const { item, since } of backlog.next(mostBegun(wheel.size, periodMilliseconds)))
      begin(item, Math.max(0, now - since - bucketMilliseconds));
    ticked = now;
    if (now - turnedAt >= periodMilliseconds || turnedAt > now) {
      pace.turn(now, (id) => targets.get(id)?.recorded.name ?? id);
      turnedAt = now;
    }
    timer = setTimeout(tick, bucketMilliseconds);
  }

  function take(listed: Recorded): void {
    const known = targets.get(listed.id);
    // What a look taught may still wait to be written.
    const recorded = { ...listed, identity: { ...known?.recorded.identity, ...listed.identity } };
    if (!known) {
      const target = newTarget(recorded);
      targets.set(recorded.id, target);
      wheel.add(target);
      return;
    }
    const moved = known.recorded.address !== recorded.address || known.recorded.port !== recorded.port;
    // What was written was judged by the old record.
    if (JSON.stringify(known.recorded) !== JSON.stringify(recorded)) known.written = undefined;
    known.recorded = recorded;
    if (moved && !known.looking) letGo(known);
  }

  async function readFleet(): Promise<void> {
    const now = clock.now();
    const listed = new Set<string>();
    const gone: string[] = [];
    for await (const page of walkRecorded(parts, now)) {
      for (const recorded of page.swept) {
        take(recorded);
        listed.add(recorded.id);
      }
      gone.push(...page.gone);
    }
    const left = [...targets.values()].filter(({ recorded: { id } }) => !listed.has(id));
    for (const target of left) {
      target.gone = true;
      targets.delete(target.recorded.id);
      wheel.remove(target);
      backlog.remove(target);
      if (!target.looking) letGo(target);
    }
    // While this process was away too, instances may have gone.
    const over = cleared ? left.map(({ recorded: { id } }) => id) : gone;
    cleared = true;
    for (const instanceId of over) writes.put({ instanceId, at: now, findings: [] });
  }

  function refresh(): Promise<void> {
    refreshing ??= readFleet()
      .catch((error: unknown) => log.error('the fleet could not be read for the sweep', { error }))
      .finally(() => {
        refreshing = undefined;
        refreshedAt = clock.now();
      });
    return refreshing;
  }

  function refreshSoon(): void {
    refreshTimer ??= setTimeout(() => {
      refreshTimer = undefined;
      void refresh();
    }, refreshMilliseconds);
  }

  return {
    parts,
    start: () => {
      if (periodSeconds === 0 || running) return;
      running = true;
      ticked = clock.now();
      turnedAt = ticked;
      const offs = [
        metadata.onChange(refreshSoon),
        // Closed by a person, what is still so must be said again, whatever was said before.
        events.on('finding.closed', ({ entity, entityId }) => {
          const target = entity === 'instance' ? targets.get(entityId) : undefined;
          if (target) target.written = undefined;
        }),
      ];
      unlisten = () => {
        for (const off of offs) off();
      };
      void refresh();
      tick();
    },
    stop: async () => {
      running = false;
      clearTimeout(timer);
      clearTimeout(refreshTimer);
      backlog.clear();
      unlisten?.();
      await refreshing;
      writes.stop();
      await writes.settled();
      for (const target of targets.values()) {
        target.gone = true;
        letGo(target);
      }
      await Promise.all(looks.values());
      targets.clear();
    },
    lookNow,
    glance: (instanceId) => {
      const target = targets.get(instanceId);
      return target && viewTarget(target, wheel.nextTurn(target, Math.max(clock.now(), target.notBefore)));
    },
    marks: (by, ids) => markTargets(targets, by, ids),
    status: () => viewStatus([...targets.values()], { running, periodSeconds, pace, logins, unwritten: writes.size }),
    refresh,
  };
}
