import type { RoutineParameter } from './compound.ts';
import type { DataType } from './data-type.ts';
import type { Expression } from './expression.ts';
import type { Account, Identifier, QualifiedName } from './node.ts';
import type { CreatePackage, PackageRoutine } from './package.ts';
import type { KnownStatement } from './statement.ts';

/** CREATE PROCEDURE and CREATE FUNCTION. Exactly one of `body` and `code` is there. */
export interface CreateRoutine {
  readonly kind: 'create-routine';
  readonly start: number;
  readonly end: number;
  readonly what: 'PROCEDURE' | 'FUNCTION';
  readonly orReplace: boolean;
  readonly definer: Account | undefined;
  readonly aggregate: boolean;
  readonly ifNotExists: boolean;
  readonly name: QualifiedName;
  readonly parameters: readonly RoutineParameter[];
  readonly returns: DataType | undefined;
  readonly returnsCollation: string | undefined;
  readonly characteristics: readonly Characteristic[];
  readonly body: KnownStatement | undefined;
  /** The text of a routine in another language. */
  readonly code: Code | undefined;
}

/** COMMENT 'x', LANGUAGE SQL, READS SQL DATA, SQL SECURITY INVOKER, NOT DETERMINISTIC, USING (libraries). */
export interface Characteristic {
  readonly kind: 'characteristic';
  readonly start: number;
  readonly end: number;
  /** In capitals, without the comment's text and the libraries. */
  readonly name: string;
  readonly comment: Expression | undefined;
  readonly libraries: readonly LibraryUse[];
}

export interface LibraryUse {
  readonly kind: 'library-use';
  readonly start: number;
  readonly end: number;
  readonly name: QualifiedName;
  readonly alias: Identifier | undefined;
}

/** Source text in a string or between dollars. */
export interface Code {
  readonly kind: 'code';
  readonly start: number;
  readonly end: number;
  /** As written, with its quotes or dollars. */
  readonly text: string;
}

/** CREATE FUNCTION … SONAME. */
export interface CreateLoadable {
  readonly kind: 'create-loadable';
  readonly start: number;
  readonly end: number;
  readonly orReplace: boolean;
  readonly aggregate: boolean;
  readonly ifNotExists: boolean;
  readonly name: QualifiedName;
  readonly returns: 'STRING' | 'INTEGER' | 'REAL' | 'DECIMAL';
  readonly library: Expression;
}

export interface CreateTrigger {
  readonly kind: 'create-trigger';
  readonly start: number;
  readonly end: number;
  readonly orReplace: boolean;
  readonly definer: Account | undefined;
  readonly ifNotExists: boolean;
  readonly name: QualifiedName;
  readonly time: 'BEFORE' | 'AFTER';
  readonly event: 'INSERT' | 'UPDATE' | 'DELETE';
  readonly table: QualifiedName;
  readonly order: 'FOLLOWS' | 'PRECEDES' | undefined;
  readonly other: QualifiedName | undefined;
  readonly body: KnownStatement;
}

/** CREATE EVENT and ALTER EVENT: of ALTER every part but the name may be absent. */
export interface DefineEvent {
  readonly kind: 'define-event';
  readonly start: number;
  readonly end: number;
  readonly verb: 'CREATE' | 'ALTER';
  readonly orReplace: boolean;
  readonly definer: Account | undefined;
  readonly ifNotExists: boolean;
  readonly name: QualifiedName;
  readonly schedule: Schedule | undefined;
  readonly completion: 'PRESERVE' | 'NOT PRESERVE' | undefined;
  readonly renameTo: QualifiedName | undefined;
  readonly status: 'ENABLE' | 'DISABLE' | 'DISABLE ON REPLICA' | undefined;
  readonly comment: Expression | undefined;
  readonly body: KnownStatement | undefined;
}

/** AT time, or EVERY n unit [STARTS time] [ENDS time]. */
export interface Schedule {
  readonly kind: 'schedule';
  readonly start: number;
  readonly end: number;
  readonly at: Expression | undefined;
  readonly every: Expression | undefined;
  readonly unit: string | undefined;
  readonly starts: Expression | undefined;
  readonly ends: Expression | undefined;
}

/** ALTER PROCEDURE and ALTER FUNCTION. */
export interface AlterRoutine {
  readonly kind: 'alter-routine';
  readonly start: number;
  readonly end: number;
  readonly what: 'PROCEDURE' | 'FUNCTION';
  readonly name: QualifiedName;
  readonly characteristics: readonly Characteristic[];
}

/** DROP of a routine, a trigger, an event, a package, a library. */
export interface DropRoutine {
  readonly kind: 'drop-routine';
  readonly start: number;
  readonly end: number;
  readonly what: 'PROCEDURE' | 'FUNCTION' | 'TRIGGER' | 'EVENT' | 'PACKAGE' | 'PACKAGE BODY' | 'LIBRARY';
  readonly ifExists: boolean;
  readonly name: QualifiedName;
}

/** CREATE LIBRARY and ALTER LIBRARY, MySQL 9.2. */
export interface DefineLibrary {
  readonly kind: 'define-library';
  readonly start: number;
  readonly end: number;
  readonly verb: 'CREATE' | 'ALTER';
  readonly ifNotExists: boolean;
  readonly name: QualifiedName;
  readonly comment: Expression | undefined;
  readonly language: Identifier | undefined;
  readonly code: Code | undefined;
}

export type RoutineStatement =
  | CreateRoutine | CreateLoadable | CreateTrigger | DefineEvent | AlterRoutine | DropRoutine
  | DefineLibrary | CreatePackage; // biome-ignore format: a list

export type RoutinePart = Characteristic | LibraryUse | Code | Schedule | PackageRoutine;
