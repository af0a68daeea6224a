import type { SqlTreeNode } from '@myriad/contract';
import { describeTree } from '@myriad/sql-review';
import { defaultDialect } from './default-dialect.ts';
import { dialectNamed } from './dialect-named.ts';

/** The tree of a text, as patterns see it. @throws ProblemError REVIEW_DIALECT_UNKNOWN */
export const readTree = (text: string, dialect = defaultDialect): SqlTreeNode[] => [
  ...describeTree(text, dialectNamed(dialect)),
];
