import { setImmediate } from 'node:timers/promises';
import type { ExceptionScope } from '@myriad/contract';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { listLooks } from '../sweeps/index.ts';
import { openStandards } from './find-standard-of.ts';
import { isJudged, judgeCluster } from './judge-cluster.ts';
import type { StandardParts } from './parts.ts';
import { mapJudged } from './store/compliance.ts';
import { listUncounted, markCounted } from './store/exceptions.ts';

/** The whole fleet is compared with what it was judged by so often; ends of exceptions are looked for at every turn. */
const wholeMilliseconds = 300_000;
/** Clusters judged before who asked for it gets an answer. */
const atATime = 20;
/** Instances read at a time. */
const pageSize = 250;

/**
 * Keeps judgements true without asking any server: after a deep look, a published version, another use, an exception that
 * came or ended. What it learns from is in the store, so a restart misses nothing.
 */
export function createKeeper(parts: StandardParts, everyMilliseconds: number) {
  const { db, clock, log, metadata } = parts;
  let timer: NodeJS.Timeout | undefined;
  let turning: Promise<void> | undefined;
  let stopped = true;
  let isWholeDue = true;
  let wholeAt = 0;

  async function turn(): Promise<void> {
    const whole = isWholeDue || clock.now() - wholeAt >= wholeMilliseconds || clock.now() < wholeAt;
    // Before the store is read: who asks meanwhile may have changed what was read already, and gets a turn of their own.
    if (whole) {
      isWholeDue = false;
      wholeAt = clock.now();
    }
    const stale = whole ? await staleClusters() : new Set<string>();
    const ended = await listUncounted(db, clock.now());
    if (stale.size === 0 && ended.length === 0) return;
    const clusters = await metadata.listClusters(db);
    for (const { scope } of ended) for (const id of await clustersIn(scope)) stale.add(id);
    const known = new Set(clusters.map(({ id }) => id));
    const open = await openStandards(db);
    for (const id of [...stale].filter((each) => known.has(each))) {
      if (stopped) return;
      // On SQLite nothing waits for anything: without this the loop would stand still for the whole fleet.
      await setImmediate();
      await judgeCluster(parts, id, open).catch((error: unknown) =>
        log.error('a cluster was not judged', { id, error }),
      );
    }
    const ids = ended.map(({ id }) => id);
    if (ids.length > 0) await inTransaction(db, (tx) => markCounted(tx, ids, clock.now()));
  }

  async function clustersIn(scope: ExceptionScope): Promise<readonly string[]> {
    if (scope.kind === 'cluster') return [scope.id];
    const all = await metadata.listClusters(db);
    if (scope.kind === 'environment')
      return all.filter(({ environment }) => environment === scope.id).map(({ id }) => id);
    const { clusterId } = await metadata.getInstance(db, scope.id).catch(() => ({ clusterId: null }));
    return clusterId === null ? [] : [clusterId];
  }

  /** Those with an instance seen after it was judged, held to another version now, come or gone. */
  async function staleClusters(): Promise<Set<string>> {
    const numbers = await mapJudged(db);
    await setImmediate();
    const looks = await listLooks(db);
    await setImmediate();
    const open = await openStandards(db);
    const stale = new Set<string>();
    const clusters = new Map((await metadata.listClusters(db)).map((cluster) => [cluster.id, cluster]));
    for await (const instance of walkInstances()) {
      const { id, clusterId } = instance;
      const cluster = clusterId === null ? undefined : clusters.get(clusterId);
      const judged = numbers.get(id);
      if (!cluster) continue;
      if (!isJudged(instance)) {
        if (judged) stale.add(cluster.id);
        continue;
      }
      const inForce = await open.of(cluster);
      const isOther = judged?.standardId !== inForce?.standardId || judged?.version !== inForce?.version;
      const seenSince = (looks.get(id) ?? 0) > (judged?.lookedAt ?? 0);
      if (isOther || seenSince || judged?.clusterId !== clusterId) stale.add(cluster.id);
    }
    return stale;
  }

  async function* walkInstances() {
    for (let after = ''; ; ) {
      await setImmediate();
      const page = await metadata.walkInstances(db, after, pageSize);
      for (const { instance } of page) yield instance;
      if (page.length < pageSize) return;
      after = page.at(-1)?.instance.id ?? '';
    }
  }

  /** One turn at a time; a second asked for meanwhile runs after it. */
  function look(): Promise<void> {
    const next: Promise<void> = (turning ?? Promise.resolve())
      .then(() => (stopped ? undefined : turn()))
      .catch((error: unknown) => {
        isWholeDue = true;
        log.error('judging failed', { error });
      })
      .finally(() => {
        if (turning === next) turning = undefined;
      });
    turning = next;
    return next;
  }
  const again = () => {
    if (stopped) return;
    timer = setTimeout(() => void look().finally(again), everyMilliseconds);
  };

  return {
    start: () => {
      stopped = false;
      void look().finally(again);
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await turning;
    },
    /** Soon: somebody changed what clusters are held to. */
    refresh: (): Promise<void> => {
      isWholeDue = true;
      return look();
    },
    /** Now: an exception came or went, and who made it wants to see what that does. A whole environment: soon. */
    judge: async (scope: ExceptionScope): Promise<void> => {
      const ids = await clustersIn(scope);
      for (const id of ids.slice(0, atATime)) await judgeCluster(parts, id);
      if (ids.length > atATime)
        void (async () => {
          const open = await openStandards(db);
          for (const id of ids.slice(atATime)) {
            if (stopped) return;
            await setImmediate();
            await judgeCluster(parts, id, open);
          }
        })().catch((error: unknown) => log.error('judging failed', { error }));
    },
  };
}
export type Keeper = ReturnType<typeof createKeeper>;
