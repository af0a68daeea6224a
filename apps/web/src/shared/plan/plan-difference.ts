import { depthsOf, type LaidOutStep } from './plan-layout.ts';

interface ComparedStep extends LaidOutStep {
  readonly step: string;
  readonly input: Readonly<Record<string, unknown>>;
}

export interface PlanDifference {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : value !== null && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => a.localeCompare(b))
            .map(([key, item]) => [key, sorted(item)]),
        )
      : value;

const sameDecision = (a: ComparedStep, b: ComparedStep): boolean =>
  JSON.stringify([a.step, sorted(a.input), [...a.after].sort()]) ===
  JSON.stringify([b.step, sorted(b.input), [...b.after].sort()]);

/** What differs between the plan that was read and the plan that is true now; ids of steps, in the order they would run. */
export function comparePlans(seen: readonly ComparedStep[], now: readonly ComparedStep[]): PlanDifference {
  const before = new Map(seen.map((step) => [step.id, step]));
  const after = new Map(now.map((step) => [step.id, step]));
  const depths = depthsOf([...seen.filter(({ id }) => !after.has(id)), ...now]);
  const inOrder = (ids: string[]) => ids.sort((a, b) => (depths.get(a) ?? 0) - (depths.get(b) ?? 0));
  return {
    added: inOrder([...after.keys()].filter((id) => !before.has(id))),
    removed: inOrder([...before.keys()].filter((id) => !after.has(id))),
    changed: inOrder(
      [...after.values()]
        .filter((step) => {
          const old = before.get(step.id);
          return old !== undefined && !sameDecision(old, step);
        })
        .map(({ id }) => id),
    ),
  };
}
