import type { Ability, ProblemKind, Role, ScopeKind } from '@myriad/contract';
import { fillWords, type WordValues } from '../http/fill-words.ts';
import { ProblemError } from '../http/problem-error.ts';

/** A role and where it holds; `id` is '' for everything. */
export interface HeldRight {
  readonly role: Role;
  readonly kind: ScopeKind;
  readonly id: string;
}

/** Who acts: a signed-in person or token. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  /** Held here: on the one thing a call is about; else on everything. Policies ask these. */
  readonly roles: readonly Role[];
  readonly via: 'session' | 'token';
  /** All of them, wherever they hold. Absent: `roles` on everything, and nothing else. */
  readonly rights?: readonly HeldRight[];
}

export type Decision =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly because: string; readonly values?: WordValues };

export const yes: Decision = { allowed: true };
/** `because` is a problem code; `values` fill the places of its sentence. */
export const no = (because: string, values?: WordValues): Decision => ({
  allowed: false,
  because,
  ...(values ? { values } : {}),
});

export function requireAllowed(decision: Decision): void {
  if (!decision.allowed) throw new ProblemError(decision.because, decision.values);
}

/** The same decision as the front ends see it, with the reason in words. */
export function abilityOf(decision: Decision, problems: Readonly<Record<string, ProblemKind>>): Ability {
  if (decision.allowed) return { allowed: true };
  const { because, values = {} } = decision;
  const kind = problems[because];
  return { allowed: false, because, ...(kind ? { words: fillWords(kind.words, values) } : {}) };
}
