import { PathError } from '@myriad/paths';
import { ProblemError } from '../../platform/http/problem-error.ts';

/** Why somebody could not be looked at, short. */
export const reasonOf = (error: unknown): string =>
  error instanceof PathError
    ? `${error.code}: ${error.message}`
    : error instanceof ProblemError
      ? error.code
      : error instanceof Error
        ? error.message
        : String(error);
