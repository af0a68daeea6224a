import type { SensitiveClass } from '@myriad/contract';
import { fitsGlob } from './glob.ts';

export interface Patterns {
  readonly names: readonly string[];
  readonly comments: readonly string[];
  readonly types: readonly string[];
  readonly except: readonly string[];
}

export interface Rule extends Patterns {
  readonly id: string;
  readonly class: SensitiveClass;
}

export interface JudgedColumn {
  readonly name: string;
  readonly type: string;
  readonly comment: string;
}

/** Longer comments are judged by their beginning. */
const mostText = 500;

/** `mobilePhone`, `MOBILE-PHONE` and `Mobile Phone` are all `mobile_phone`. */
export const wordsOf = (name: string): string =>
  name
    .slice(0, 64)
    .replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, '$1_$2')
    .toLowerCase()
    .replaceAll(/[\s.\-_/]+/g, '_')
    .replaceAll(/^_|_$/g, '');

/** The classes a column is of, each with the first rule that says so. Pure. */
export function judgeColumn(rules: readonly Rule[], column: JudgedColumn): ReadonlyMap<SensitiveClass, string> {
  const name = wordsOf(column.name);
  const comment = column.comment.slice(0, mostText).toLowerCase();
  const type = column.type.slice(0, mostText).toLowerCase();
  const fits = (patterns: readonly string[], text: string) => patterns.some((pattern) => fitsGlob(pattern, text));
  const found = new Map<SensitiveClass, string>();
  for (const rule of rules) {
    if (found.has(rule.class) || fits(rule.except, name)) continue;
    if (rule.types.length > 0 && !fits(rule.types, type)) continue;
    if (fits(rule.names, name) || fits(rule.comments, comment)) found.set(rule.class, rule.id);
  }
  return found;
}
