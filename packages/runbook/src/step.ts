import type { z } from 'zod';
import type { Json, JsonObject } from './json.ts';
import { type Fragment, stepFragment } from './plan.ts';
import type { Words } from './words.ts';

/**
 * What a step does to the world.
 * `read` changes nothing · `reversible` has an undo · `irreversible` has none · `record` writes only our own tables,
 * in the same transaction that marks it done.
 */
export type Effect = 'read' | 'reversible' | 'irreversible' | 'record';

export interface Progress {
  readonly done: number;
  /** Absent while it is not known; never guessed. */
  readonly total?: number;
  readonly unit: 'bytes' | 'rows' | 'items' | 'seconds' | 'transactions';
  readonly note?: Words;
}

/** What every step body is given besides the ports of its slice. */
export interface StepContext {
  readonly taskId: string;
  readonly stepId: string;
  /** 1 for the first try. */
  readonly attempt: number;
  /**
   * Stable over all attempts of this step, only `[a-z0-9-]`, at most 60 characters: name created things after it, and
   * find them again.
   */
  readonly key: string;
  /**
   * Stable over crashes, changes after every known end (failure, time limit, cancel): names a detached job, so that a
   * repeated `start` finds a living job after a crash, and begins a fresh one after a failure. `<key>-<round>`.
   */
  readonly jobKey: string;
  /** Aborted on cancel, time limit and shutdown; an aborted body must end the remote work it began. */
  readonly signal: AbortSignal;
  /** A line for the person watching at 3 a.m.: what I am doing, what I wait for, why it is slow. Never a secret. */
  say(words: Words, level?: 'info' | 'warning' | 'error'): void;
  progress(progress: Progress): void;
  /** The journaled result of an earlier step of this task, or undefined. */
  resultOf(stepId: string): JsonObject | undefined;
  /** Which way the step went to its target, for `step_attempt.path`. */
  via(path: string, hops: readonly { readonly name: string; readonly milliseconds: number }[]): void;
}

export interface RetryPolicy {
  /** Further tries after the first; 0 = none. */
  readonly times: number;
  readonly firstSeconds: number;
  readonly maxSeconds: number;
}

/** What `look` found of detached work. `gone` = no trace of it: the runner starts it again. */
export type Look =
  | { readonly state: 'running'; readonly progress?: Progress }
  | { readonly state: 'done'; readonly result: JsonObject }
  | { readonly state: 'failed'; readonly error: StepError }
  | { readonly state: 'gone' };

export interface StepError {
  /** Stable, UPPER_SNAKE. */
  readonly code: string;
  readonly words: Words;
  /** What to do next. */
  readonly next?: Words;
  /** False: trying again cannot help (bad input, refused by a guard). */
  readonly retryable: boolean;
}

/** Thrown by a step body that knows what went wrong. Anything else thrown becomes `STEP_CRASHED`, retryable. */
export class StepFailure extends Error {
  readonly error: StepError;
  constructor(error: StepError) {
    super(error.words.en);
    this.name = 'StepFailure';
    this.error = error;
  }
}

interface StepBase<I> {
  /** `<slice>.<verb-noun>`, stored for ever. */
  readonly name: string;
  readonly title: Words;
  readonly effect: Effect;
  readonly input: z.ZodType<I>;
  /** Time limit of one attempt; for detached work: of the whole work. */
  readonly limitSeconds: number;
  readonly retry?: RetryPolicy;
  /** May a person skip it after a failure? Default false. */
  readonly skippable?: boolean;
}

type Body<P, I, R> = (context: StepContext & P, input: I) => Promise<R>;

/** A step that runs in one go (seconds). */
export interface ShortStep<P, I, R extends JsonObject> extends StepBase<I> {
  /** Looks at the world, hard: the result if the step's effect is already there, else undefined. */
  readonly isDone?: Body<P, I, R | undefined>;
  readonly run: Body<P, I, R>;
  /** `result` is absent where the step failed or was cut half way: undo then removes whatever a half try leaves. */
  readonly undo?: (context: StepContext & P, input: I, result: R | undefined) => Promise<void>;
}

/** Work over seconds: started detached under `context.jobKey`, looked at, ended for real. `start` must find its own earlier try. */
export interface LongStep<P, I, H extends JsonObject> extends StepBase<I> {
  readonly isDone?: Body<P, I, JsonObject | undefined>;
  readonly start: Body<P, I, H>;
  readonly look: (context: StepContext & P, input: I, handle: H) => Promise<Look>;
  readonly stop: (context: StepContext & P, input: I, handle: H) => Promise<void>;
  /** Between two looks; default 1. */
  readonly lookSeconds?: number;
  /** See ShortStep.undo. */
  readonly undo?: (context: StepContext & P, input: I, result: JsonObject | undefined) => Promise<void>;
}

/** Writes facts into our own tables; `transaction` is the one that marks the step done, so both happen or neither. */
export interface RecordStep<P, I, Tx> extends StepBase<I> {
  readonly effect: 'record';
  readonly record: (transaction: Tx, context: StepContext & P, input: I) => Promise<JsonObject>;
  readonly unrecord?: (transaction: Tx, context: StepContext & P, input: I) => Promise<void>;
}

/** A step with its types forgotten, as the runner holds it. `parse` has checked the input before any body is called. */
export interface AnyStep {
  readonly name: string;
  readonly title: Words;
  readonly effect: Effect;
  readonly input: z.ZodType<unknown>;
  readonly limitSeconds: number;
  readonly retry: RetryPolicy;
  readonly skippable: boolean;
  readonly lookSeconds: number;
  // biome-ignore lint/suspicious/noExplicitAny: the one place where a step's own types are forgotten; its input was parsed by its schema.
  readonly body: ShortStep<any, any, any> | LongStep<any, any, any> | RecordStep<any, any, any>;
}

export interface CallOptions {
  /** Unique within the plan; default: the step's name, plus `:target` where there is one. */
  readonly id?: string;
  /** What it acts on, for people: a host, instance or cluster name. */
  readonly target?: string;
}

/** A defined step: call it with its input to put it into a plan. */
export type StepMaker<I> = ((input: I, options?: CallOptions) => Fragment) & { readonly step: AnyStep };

const noRetry: RetryPolicy = { times: 0, firstSeconds: 1, maxSeconds: 1 };

function makeStep<I>(definition: AnyStep['body'] & StepBase<I>): StepMaker<I> {
  const step: AnyStep = {
    name: definition.name,
    title: definition.title,
    effect: definition.effect,
    input: definition.input as z.ZodType<unknown>,
    limitSeconds: definition.limitSeconds,
    retry: definition.retry ?? noRetry,
    skippable: definition.skippable ?? false,
    lookSeconds: 'lookSeconds' in definition ? (definition.lookSeconds ?? 1) : 1,
    body: definition,
  };
  const make = (input: I, options: CallOptions = {}) =>
    stepFragment({
      id: options.id ?? (options.target ? `${definition.name}:${options.target}` : definition.name),
      step: definition.name,
      input: definition.input.parse(input) as Json as JsonObject,
      ...(options.target === undefined ? {} : { target: options.target }),
    });
  return Object.assign(make, { step });
}

/** Defines a step that runs in one go: `defineStep<Ports>()({ name, … })`. */
export const defineStep =
  <P = object>() =>
  <I, R extends JsonObject>(definition: ShortStep<P, I, R>): StepMaker<I> =>
    makeStep<I>(definition);

/** Defines a step of detached work: `defineLongStep<Ports>()({ name, start, look, stop, … })`. */
export const defineLongStep =
  <P = object>() =>
  <I, H extends JsonObject>(definition: LongStep<P, I, H>): StepMaker<I> =>
    makeStep<I>(definition);

/** Defines a step that only writes our own tables: `defineRecordStep<Ports, Tx>()({ name, record, … })`. */
export const defineRecordStep =
  <P, Tx>() =>
  <I>(definition: RecordStep<P, I, Tx>): StepMaker<I> =>
    makeStep<I>(definition);
