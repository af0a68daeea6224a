import type { Words } from '@myriad/contract';
import type { WordValues } from './fill-words.ts';

/** Thrown by use cases and policies; `routes` turn it into problem+json by its code. Values fill `{name}` in the sentence. */
export class ProblemError extends Error {
  readonly code: string;
  readonly values: WordValues;
  readonly faults: readonly { readonly path: string; readonly words: Words }[];
  constructor(
    code: string,
    values: WordValues = {},
    faults: readonly { readonly path: string; readonly words: Words }[] = [],
  ) {
    super(code);
    this.name = 'ProblemError';
    this.code = code;
    this.values = values;
    this.faults = faults;
  }
}
