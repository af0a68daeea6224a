import type { Glance, SweepMark } from '@myriad/contract';
import { stateOf } from './end-look.ts';
import { unpackGlance } from './pack-glance.ts';
import type { Target } from './target.ts';

export type MarkedBy = 'instance' | 'host' | 'cluster';

const keyOf: Readonly<Record<MarkedBy, (target: Target) => string | null>> = {
  instance: ({ recorded }) => recorded.id,
  host: ({ recorded }) => recorded.hostId,
  cluster: ({ recorded }) => recorded.clusterId,
};

/** How things stand, counted over what is in memory; only glances of what was asked for are unpacked. */
export function markTargets(targets: ReadonlyMap<string, Target>, by: MarkedBy, ids: readonly string[]): SweepMark[] {
  const marks = new Map<string, SweepMark>();
  const add = (id: string, target: Target) => {
    const mark = marks.get(id) ?? { id, answering: 0, failing: 0, waiting: 0, writable: 0, replicas: 0, broken: 0 };
    marks.set(id, withTarget(mark, target));
  };
  if (by === 'instance') {
    for (const id of new Set(ids)) {
      const target = targets.get(id);
      if (target) add(id, target);
    }
    return [...marks.values()];
  }
  const wanted = new Set(ids);
  for (const target of targets.values()) {
    const id = keyOf[by](target);
    if (id !== null && wanted.has(id)) add(id, target);
  }
  return [...marks.values()];
}

function withTarget(mark: SweepMark, target: Target): SweepMark {
  const state = stateOf(target);
  const counted = {
    ...mark,
    answering: mark.answering + Number(state === 'answers'),
    failing: mark.failing + Number(state === 'fails'),
    waiting: mark.waiting + Number(state === 'waiting'),
    ...(target.lookedAt > 0 ? { lookedAt: Math.max(mark.lookedAt ?? 0, target.lookedAt) } : {}),
  };
  // What a server said before it fell silent is no news of it.
  if (state !== 'answers' || target.packed === undefined) return counted;
  return withGlance(counted, unpackGlance(target.packed));
}

function withGlance(mark: SweepMark, { readOnly, channels }: Glance): SweepMark {
  const stands = channels.some(({ receiver, applier }) => receiver !== 'running' || applier !== 'running');
  const lags = channels.flatMap(({ lagSeconds }) => (lagSeconds === null ? [] : [lagSeconds]));
  const lag = Math.max(mark.lagSeconds ?? -1, ...lags);
  return {
    ...mark,
    writable: mark.writable + Number(!readOnly),
    replicas: mark.replicas + Number(channels.length > 0),
    broken: mark.broken + Number(stands),
    ...(lag < 0 ? {} : { lagSeconds: lag }),
  };
}
