import type { Words } from '@myriad/contract';

/** Thrown by use cases and policies; `routes` turn it into problem+json by its code. Values fill `{name}` in the sentence. */
export class ProblemError extends Error {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly faults: readonly { readonly path: string; readonly words: Words }[];
  constructor(
    code: string,
    values: Readonly<Record<string, string | number>> = {},
    faults: readonly { readonly path: string; readonly words: Words }[] = [],
  ) {
    super(code);
    this.name = 'ProblemError';
    this.code = code;
    this.values = values;
    this.faults = faults;
  }
}
