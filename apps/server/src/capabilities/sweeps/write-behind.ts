import { setImmediate } from 'node:timers/promises';
import { canonicalJson } from '@myriad/runbook';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import type { Db, Tx } from '../../platform/database/schema.ts';
import type { Log } from '../../platform/log/log.ts';
import type { Findings, NewFinding } from '../findings/index.ts';
import type { Metadata } from '../metadata/index.ts';

/** What was seen of one instance and is new. */
export interface Seen {
  readonly instanceId: string;
  readonly at: number;
  /** Absent: the look was in vain, what is known stays. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** Absent: nothing can be said; what is open stays open. */
  readonly findings?: readonly NewFinding[];
}

/** The newest facts and the newest findings of one instance; each is as old as the look that told it. */
interface Waiting {
  readonly instanceId: string;
  readonly facts?: Seen & Required<Pick<Seen, 'facts'>>;
  readonly findings?: Seen & Required<Pick<Seen, 'findings'>>;
}

const waitingOf = (seen: Seen): Waiting => ({
  instanceId: seen.instanceId,
  ...(seen.facts ? { facts: { ...seen, facts: seen.facts } } : {}),
  ...(seen.findings ? { findings: { ...seen, findings: seen.findings } } : {}),
});

export interface WriteParts {
  readonly db: Db;
  readonly log: Log;
  readonly metadata: Metadata;
  readonly findings: Findings;
}

/** Instances in one transaction: on SQLite everybody else waits for it. */
const atOnce = 40;
/** What is seen meanwhile goes into the same transaction: each ends with the disk, for which SQLite holds this process up. */
const gatherMilliseconds = 500;
const retryMilliseconds = 2000;

/** Writes what was seen, behind the looks: the newest of each instance, a few in a transaction. What cannot be written stays. */
export interface WriteBehind {
  put(seen: Seen): void;
  readonly size: number;
  /** Resolves when nothing is left, or writing failed. */
  settled(): Promise<void>;
  stop(): void;
}

export function createWriteBehind(parts: WriteParts): WriteBehind {
  const waiting = new Map<string, Waiting>();
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  async function drain(): Promise<void> {
    while (waiting.size > 0 && !stopped) {
      const batch = [...waiting.values()].slice(0, atOnce);
      for (const { instanceId } of batch) waiting.delete(instanceId);
      try {
        await inTransaction(parts.db, async (tx) => {
          for (const seen of batch) {
            await write(parts, tx, seen);
            // SQLite answers at once: without a turn of the loop, all of them would hold the process up together.
            await setImmediate();
          }
        });
      } catch (error) {
        parts.log.error('what the sweep saw was not written; it is tried again', { instances: batch.length, error });
        // What came meanwhile is newer, and may tell less: a look in vain knows no facts.
        for (const seen of batch) waiting.set(seen.instanceId, { ...seen, ...waiting.get(seen.instanceId) });
        timer ??= setTimeout(begin, retryMilliseconds);
        return;
      }
      // Between two transactions those who wait at a request have their turn.
      await setImmediate();
    }
  }
  function begin(): void {
    timer = undefined;
    if (running || stopped) return;
    running = drain().finally(() => {
      running = undefined;
    });
  }
  return {
    put: (seen) => {
      const older = waiting.get(seen.instanceId);
      waiting.delete(seen.instanceId);
      waiting.set(seen.instanceId, { ...older, ...waitingOf(seen) });
      if (!running && !stopped) timer ??= setTimeout(begin, gatherMilliseconds);
    },
    get size() {
      return waiting.size;
    },
    settled: async () => {
      if (timer && !stopped) {
        clearTimeout(timer);
        begin();
      }
      while (running) await running;
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

async function write({ metadata, findings }: WriteParts, tx: Tx, { instanceId, ...seen }: Waiting): Promise<void> {
  if (seen.facts) {
    const { facts, at } = seen.facts;
    const known = new Map(
      (await metadata.listFacts(tx, 'instance', instanceId)).map(({ name, value }) => [name, value]),
    );
    // After a restart everything is seen for the first time again, and most of it is known.
    const changed = Object.entries(facts).filter(
      ([name, value]) => !known.has(name) || !isSame(name, known.get(name), value),
    );
    const source = { kind: 'sweep', id: 'glance' } as const;
    await metadata.recordFacts(
      tx,
      changed.map(([name, value]) => ({
        entity: 'instance',
        entityId: instanceId,
        name,
        value,
        observedAt: at,
        source,
      })),
    );
  }
  if (seen.findings) {
    const { findings: found, at } = seen.findings;
    await findings.report(tx, { source: 'sweep', scope: `instance/${instanceId}`, at, findings: found });
  }
}

const startToleranceMilliseconds = 30_000;

function isSame(name: string, before: unknown, after: unknown): boolean {
  if (name === 'startedAt' && typeof before === 'number' && typeof after === 'number')
    return Math.abs(before - after) < startToleranceMilliseconds;
  return canonicalJson(before) === canonicalJson(after);
}
