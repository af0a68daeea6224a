import type { Ability, ProblemKind, Role } from '@myriad/contract';
import { ProblemError } from '../http/problem-error.ts';

/** Who acts: a signed-in person or token. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly via: 'session' | 'token';
}

export type Decision = { readonly allowed: true } | { readonly allowed: false; readonly because: string };

export const yes: Decision = { allowed: true };
/** `because` is a problem code. */
export const no = (because: string): Decision => ({ allowed: false, because });

export function requireAllowed(decision: Decision): void {
  if (!decision.allowed) throw new ProblemError(decision.because);
}

/** The same decision as the front ends see it, with the reason in words. */
export const abilityOf = (decision: Decision, problems: Readonly<Record<string, ProblemKind>>): Ability =>
  decision.allowed
    ? { allowed: true }
    : {
        allowed: false,
        because: decision.because,
        ...(problems[decision.because] ? { words: problems[decision.because]?.words } : {}),
      };
