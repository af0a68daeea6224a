export type * from './ast/account.ts';
export type * from './ast/admin.ts';
export type * from './ast/compound.ts';
export type * from './ast/data-type.ts';
export type * from './ast/definitions.ts';
export type * from './ast/dml.ts';
export type * from './ast/explain.ts';
export type * from './ast/expression.ts';
export type * from './ast/maintenance.ts';
export type * from './ast/node.ts';
export type * from './ast/package.ts';
export type * from './ast/program.ts';
export type * from './ast/query.ts';
export type * from './ast/replication.ts';
export type * from './ast/routine.ts';
export type * from './ast/set.ts';
export type * from './ast/show.ts';
export type * from './ast/statement.ts';
export type * from './ast/transaction.ts';
export type * from './ast/unknown.ts';
export { childrenOf, walk } from './ast/walk.ts';
export {
  type Dialect,
  type DialectName,
  defaultSqlMode,
  dialectNames,
  dialects,
  type Flavour,
  isDialectName,
  makeDialect,
  readSqlMode,
  type SqlMode,
  withSqlMode,
} from './dialect.ts';
export { digestText } from './fingerprint/digest-text.ts';
export { fingerprint } from './fingerprint/fingerprint.ts';
export { isReserved } from './keywords/reserved.ts';
export type { Operator, Sign, Word } from './keywords/words.ts';
export { lex } from './lexer/lex.ts';
export { type Comment, listTokens, type Token, type Tokens, TokenType, tokenAt } from './lexer/tokens.ts';
export type { HiddenUse, Origin, OutputColumn, ResolvedColumn, SchemaFacts, TableUse } from './names/relation.ts';
export { type ColumnWrite, type ResolvedNames, resolveNames } from './names/resolve-names.ts';
export { commentsOf, type Parsed, parseStatement } from './parse/parse.ts';
export { nodeKinds, printNode } from './print/print.ts';
export { isClientCommand } from './split/client-line.ts';
export { type ScriptPart, type ScriptPosition, splitScript } from './split/split.ts';
export { type ScriptWindow, splitPieces } from './split/split-pieces.ts';
