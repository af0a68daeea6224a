import { type Dialect, dialectNames, dialects, isDialectName } from '@myriad/sql';
import { ProblemError } from '../../platform/http/problem-error.ts';

/** @throws ProblemError REVIEW_DIALECT_UNKNOWN */
export function dialectNamed(name: string): Dialect {
  if (isDialectName(name)) return dialects[name];
  throw new ProblemError('REVIEW_DIALECT_UNKNOWN', { dialect: name, known: dialectNames.join(', ') });
}
