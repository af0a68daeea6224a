import type { z } from 'zod';
import type { JsonObject } from './json.ts';
import { type Fragment, type Plan, sealPlan } from './plan.ts';
import type { StepMaker } from './step.ts';
import type { Words } from './words.ts';

/** A capability's recipe: an input plus facts gives the list of steps that people approve and the runner executes. */
export interface TaskDefinition<P, I, F> {
  /** `<slice>.<verb-noun>`, stored for ever. */
  readonly kind: string;
  readonly input: z.ZodType<I>;
  /** Read-only: what the plan's decisions depend on. Throws a problem when the request cannot be planned. */
  readonly facts: (ports: P, input: I) => Promise<F>;
  readonly title: (input: I, facts: F) => Words;
  readonly locks: (input: I, facts: F) => readonly string[];
  readonly plan: (input: I, facts: F) => Fragment;
  readonly atOnce?: number;
  /** Every step the plan may contain, listed (never registered by import). */
  // biome-ignore lint/suspicious/noExplicitAny: a list of steps of different inputs; each parses its own.
  readonly steps: readonly StepMaker<any>[];
}

/** A task definition with its types forgotten; `planFor` parses the input first. */
export interface AnyTask<P> {
  readonly kind: string;
  readonly input: z.ZodType<unknown>;
  // biome-ignore lint/suspicious/noExplicitAny: see TaskDefinition.steps.
  readonly steps: readonly StepMaker<any>[];
  planFor(ports: P, input: unknown): Promise<Plan>;
}

/** Defines a task: `defineTask<Ports>()({ kind, … })`. */
export const defineTask =
  <P>() =>
  <I, F>(definition: TaskDefinition<P, I, F>): AnyTask<P> => ({
    kind: definition.kind,
    input: definition.input as z.ZodType<unknown>,
    steps: definition.steps,
    planFor: async (ports, raw) => {
      const input = definition.input.parse(raw);
      const facts = await definition.facts(ports, input);
      return sealPlan({
        kind: definition.kind,
        title: definition.title(input, facts),
        input: input as unknown as JsonObject,
        locks: [...definition.locks(input, facts)].sort(),
        ...(definition.atOnce === undefined ? {} : { atOnce: definition.atOnce }),
        body: definition.plan(input, facts),
      });
    },
  });
