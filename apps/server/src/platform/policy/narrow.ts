import type { ScopeRule } from '@myriad/contract';
import type { Actor } from './decision.ts';

/** What a call is about: the rule of its endpoint, and the parameters of its path. */
export interface CallSubject {
  readonly path: string;
  readonly scope?: ScopeRule | undefined;
  readonly params: Readonly<Record<string, unknown>>;
}

export type Narrow = (actor: Actor, subject: CallSubject) => Promise<Actor>;
