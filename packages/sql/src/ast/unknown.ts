import type { Token } from '../lexer/tokens.ts';

/** A statement we do not understand, or that is none: its tokens are still there for rules about words and names. */
export interface Unknown {
  readonly kind: 'unknown';
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
  readonly problem: Problem;
}

/** Where reading stopped, and what was wanted there. */
export interface Problem {
  readonly start: number;
  readonly end: number;
  readonly code: 'SYNTAX' | 'NOT_SUPPORTED' | 'TOO_DEEP' | 'BAD_TOKEN' | 'EMPTY';
  readonly message: string;
}
