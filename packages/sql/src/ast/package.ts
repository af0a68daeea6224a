import type { DeclareVariables, ExceptionBranch, RoutineParameter } from './compound.ts';
import type { DataType } from './data-type.ts';
import type { Account, Identifier, QualifiedName } from './node.ts';
import type { Characteristic } from './routine.ts';
import type { KnownStatement } from './statement.ts';

/** CREATE PACKAGE and CREATE PACKAGE BODY, MariaDB: in ORACLE mode, and from 11.4 on in every mode. */
export interface CreatePackage {
  readonly kind: 'create-package';
  readonly start: number;
  readonly end: number;
  readonly what: 'PACKAGE' | 'PACKAGE BODY';
  readonly orReplace: boolean;
  readonly definer: Account | undefined;
  readonly ifNotExists: boolean;
  readonly name: QualifiedName;
  readonly characteristics: readonly Characteristic[];
  /** Variables of the whole package, of a body. */
  readonly declarations: readonly DeclareVariables[];
  readonly routines: readonly PackageRoutine[];
  /** What a body runs when a session first uses the package. */
  readonly statements: readonly KnownStatement[];
  readonly exceptions: readonly ExceptionBranch[];
}

/** A routine of a package: told in its specification, written in its body. */
export interface PackageRoutine {
  readonly kind: 'package-routine';
  readonly start: number;
  readonly end: number;
  readonly what: 'PROCEDURE' | 'FUNCTION';
  readonly name: Identifier;
  readonly parameters: readonly RoutineParameter[];
  readonly returns: DataType | undefined;
  readonly returnsCollation: string | undefined;
  readonly characteristics: readonly Characteristic[];
  /** Absent where it is only told of. */
  readonly body: KnownStatement | undefined;
}
