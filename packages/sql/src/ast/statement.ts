import type { AccountStatement } from './account.ts';
import type { AdminStatement } from './admin.ts';
import type { CompoundStatement } from './compound.ts';
import type { DefinitionStatement } from './definitions.ts';
import type { DmlStatement } from './dml.ts';
import type { ExplainStatement } from './explain.ts';
import type { MaintenanceStatement } from './maintenance.ts';
import type { ProgramStatement } from './program.ts';
import type { Query } from './query.ts';
import type { ReplicationStatement } from './replication.ts';
import type { RoutineStatement } from './routine.ts';
import type { SetFamilyStatement } from './set.ts';
import type { ShowStatement } from './show.ts';
import type { TransactionStatement } from './transaction.ts';
import type { Unknown } from './unknown.ts';

/** Statements a family parses: one line per family. */
export type KnownStatement =
  | Query
  | DmlStatement
  | DefinitionStatement
  | TransactionStatement
  | SetFamilyStatement
  | ShowStatement
  | ExplainStatement
  | AccountStatement
  | CompoundStatement
  | RoutineStatement
  | ProgramStatement
  | ReplicationStatement
  | MaintenanceStatement
  | AdminStatement;

export type Statement = KnownStatement | Unknown;

export type StatementKind = KnownStatement['kind'];
