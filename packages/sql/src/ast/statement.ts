import type { DmlStatement } from './dml.ts';
import type { Query } from './query.ts';
import type { TransactionStatement } from './transaction.ts';
import type { Unknown } from './unknown.ts';

/** Statements a family parses: one line per family. */
export type KnownStatement = Query | DmlStatement | TransactionStatement;

export type Statement = KnownStatement | Unknown;

export type StatementKind = KnownStatement['kind'];
