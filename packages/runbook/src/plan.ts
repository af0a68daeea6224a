import { createHash } from 'node:crypto';
import { canonicalJson, type JsonObject } from './json.ts';
import type { Words } from './words.ts';

/** One step of a plan, as approved, run and journaled. */
export interface StepCall {
  readonly id: string;
  readonly step: string;
  readonly input: JsonObject;
  /** Ids of the calls that must have ended well before this one begins. */
  readonly after: readonly string[];
  /** What it acts on, for people; not part of the hash. */
  readonly target?: string;
}

/** A piece of a plan: what `inOrder` and `sideBySide` compose. */
export interface Fragment {
  readonly calls: readonly StepCall[];
}

export interface Plan {
  readonly kind: string;
  readonly title: Words;
  readonly input: JsonObject;
  readonly calls: readonly StepCall[];
  /** Resources held while it runs, e.g. `cluster/<id>`. */
  readonly locks: readonly string[];
  /** Most steps at once; absent = no bound but the plan's own order. */
  readonly atOnce?: number;
  /** SHA-256, hex, over kind, and every call's id, step, input and order: decisions, never measurements. */
  readonly hash: string;
}

export const stepFragment = (call: Omit<StepCall, 'after'>): Fragment => ({ calls: [{ ...call, after: [] }] });

const lastOf = ({ calls }: Fragment): string[] => {
  const waitedFor = new Set(calls.flatMap((call) => call.after));
  return calls.map((call) => call.id).filter((id) => !waitedFor.has(id));
};

/** Each fragment begins when the one before it has ended. */
export function inOrder(...fragments: readonly Fragment[]): Fragment {
  const calls: StepCall[] = [];
  let before: string[] = [];
  for (const fragment of fragments) {
    if (fragment.calls.length === 0) continue;
    calls.push(...fragment.calls.map((call) => (call.after.length === 0 ? { ...call, after: before } : call)));
    before = lastOf(fragment);
  }
  return { calls };
}

/** Fragments that do not wait for one another. */
export const sideBySide = (...fragments: readonly Fragment[]): Fragment => ({
  calls: fragments.flatMap((fragment) => fragment.calls),
});

/** Fragments in waves of `size`: a wave begins when the one before it has ended. */
export function inWaves(fragments: readonly Fragment[], size: number): Fragment {
  const waves: Fragment[] = [];
  for (let at = 0; at < fragments.length; at += size) waves.push(sideBySide(...fragments.slice(at, at + size)));
  return inOrder(...waves);
}

export const planHash = (kind: string, calls: readonly StepCall[]): string =>
  createHash('sha256')
    .update(canonicalJson([kind, calls.map(({ id, step, input, after }) => [id, step, input, [...after].sort()])]))
    .digest('hex');

/** Checks ids and order (unique, known, no cycle) and seals the plan with its hash. */
export function sealPlan(plan: Omit<Plan, 'hash' | 'calls'> & { readonly body: Fragment }): Plan {
  const { body, ...rest } = plan;
  const ids = new Set<string>();
  for (const call of body.calls) {
    if (ids.has(call.id)) throw new Error(`plan ${plan.kind}: two steps are called ${call.id}`);
    for (const before of call.after)
      if (!ids.has(before))
        throw new Error(`plan ${plan.kind}: ${call.id} waits for ${before}, which does not stand before it`);
    ids.add(call.id);
  }
  return { ...rest, calls: body.calls, hash: planHash(plan.kind, body.calls) };
}
