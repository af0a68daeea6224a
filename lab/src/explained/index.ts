/** What real servers say of the tables of a statement, for proofs of `@myriad/sql`: a door of its own, as nobody else needs the parser. */
export { type AskedTables, askOptions, askTables } from './ask-tables.ts';
export { type Judged, type JudgedSchema, judgeTables } from './judge-tables.ts';
export { makeStatements, type Random, schemaScript } from './make-statements.ts';
export { schemaFactsFrom } from './schema-facts.ts';
