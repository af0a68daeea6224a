import type { DataType } from './data-type.ts';
import type { Expression } from './expression.ts';
import type { Identifier } from './node.ts';
import type { Query } from './query.ts';
import type { KnownStatement } from './statement.ts';

/**
 * BEGIN … END; outside of routines MariaDB's BEGIN NOT ATOMIC. In ORACLE mode the declarations stand before BEGIN, behind DECLARE
 * or, of a routine's body, behind IS or AS.
 */
export interface Block {
  readonly kind: 'block';
  readonly start: number;
  readonly end: number;
  readonly label: Identifier | undefined;
  readonly notAtomic: boolean;
  readonly declarations: readonly Declaration[];
  readonly statements: readonly KnownStatement[];
  /** EXCEPTION WHEN …, ORACLE mode. */
  readonly exceptions: readonly ExceptionBranch[];
}

/** WHEN NO_DATA_FOUND, OTHERS THEN …: ORACLE mode. */
export interface ExceptionBranch {
  readonly kind: 'exception-branch';
  readonly start: number;
  readonly end: number;
  readonly conditions: readonly ConditionValue[];
  readonly statements: readonly KnownStatement[];
}

export type Declaration = DeclareVariables | DeclareCondition | DeclareException | DeclareCursor | DeclareHandler;

export interface DeclareVariables {
  readonly kind: 'declare-variables';
  readonly start: number;
  readonly end: number;
  readonly names: readonly Identifier[];
  readonly type: DataType;
  readonly collation: string | undefined;
  readonly initial: Expression | undefined;
}

export interface DeclareCondition {
  readonly kind: 'declare-condition';
  readonly start: number;
  readonly end: number;
  readonly name: Identifier;
  readonly value: ConditionValue;
}

/** name EXCEPTION: ORACLE mode. */
export interface DeclareException {
  readonly kind: 'declare-exception';
  readonly start: number;
  readonly end: number;
  readonly name: Identifier;
}

export interface DeclareCursor {
  readonly kind: 'declare-cursor';
  readonly start: number;
  readonly end: number;
  readonly name: Identifier;
  /** MariaDB. */
  readonly parameters: readonly RoutineParameter[];
  readonly query: Query;
}

export interface DeclareHandler {
  readonly kind: 'declare-handler';
  readonly start: number;
  readonly end: number;
  readonly action: 'CONTINUE' | 'EXIT' | 'UNDO';
  readonly conditions: readonly ConditionValue[];
  readonly statement: KnownStatement;
}

/** What a handler waits for, or a signal raises. `value` of ERROR, SQLSTATE and NAME. */
export interface ConditionValue {
  readonly kind: 'condition-value';
  readonly start: number;
  readonly end: number;
  readonly what: 'ERROR' | 'SQLSTATE' | 'NAME' | 'SQLWARNING' | 'NOT FOUND' | 'SQLEXCEPTION' | 'OTHERS';
  readonly value: Expression | Identifier | undefined;
}

export interface RoutineParameter {
  readonly kind: 'routine-parameter';
  readonly start: number;
  readonly end: number;
  readonly mode: 'IN' | 'OUT' | 'INOUT' | undefined;
  readonly name: Identifier;
  readonly type: DataType;
  readonly collation: string | undefined;
  /** DEFAULT, MariaDB 11.8. */
  readonly initial: Expression | undefined;
}

/** IF … ELSEIF … ELSE … END IF, and CASE … END CASE. */
export interface Choice {
  readonly kind: 'choice';
  readonly start: number;
  readonly end: number;
  readonly verb: 'IF' | 'CASE';
  /** Of CASE x WHEN …. */
  readonly operand: Expression | undefined;
  readonly branches: readonly Branch[];
  readonly otherwise: readonly KnownStatement[];
}

export interface Branch {
  readonly kind: 'branch';
  readonly start: number;
  readonly end: number;
  readonly condition: Expression;
  readonly statements: readonly KnownStatement[];
}

/** LOOP, WHILE (condition before), REPEAT (condition behind). */
export interface Loop {
  readonly kind: 'loop';
  readonly start: number;
  readonly end: number;
  readonly label: Identifier | undefined;
  readonly verb: 'LOOP' | 'WHILE' | 'REPEAT';
  readonly condition: Expression | undefined;
  readonly statements: readonly KnownStatement[];
}

/** FOR i IN 1 .. 9, FOR row IN cursor or (query), MariaDB. */
export interface ForLoop {
  readonly kind: 'for-loop';
  readonly start: number;
  readonly end: number;
  readonly label: Identifier | undefined;
  readonly variable: Identifier;
  readonly reverse: boolean;
  /** The lower bound; or the cursor, with its arguments as a call. */
  readonly from: Expression | undefined;
  readonly to: Expression | undefined;
  readonly query: Query | undefined;
  readonly statements: readonly KnownStatement[];
}

/** LEAVE label, ITERATE label; in ORACLE mode also GOTO label, EXIT and CONTINUE [label] [WHEN condition]. */
export interface Jump {
  readonly kind: 'jump';
  readonly start: number;
  readonly end: number;
  readonly verb: 'LEAVE' | 'ITERATE' | 'EXIT' | 'CONTINUE' | 'GOTO';
  /** Absent: the loop around it. */
  readonly label: Identifier | undefined;
  readonly condition: Expression | undefined;
}

/** <<label>> statement: where GOTO goes, ORACLE mode. Blocks and loops hold the nearest label themselves. */
export interface LabelledStatement {
  readonly kind: 'labelled-statement';
  readonly start: number;
  readonly end: number;
  readonly label: Identifier;
  readonly statement: KnownStatement;
}

/** NULL: does nothing, ORACLE mode. */
export interface NullStatement {
  readonly kind: 'null-statement';
  readonly start: number;
  readonly end: number;
}

export interface Return {
  readonly kind: 'return';
  readonly start: number;
  readonly end: number;
  /** Absent in procedures, ORACLE mode. */
  readonly value: Expression | undefined;
}

/** OPEN, FETCH, CLOSE of a cursor; MariaDB's FETCH GROUP NEXT ROW has no cursor. */
export interface CursorStep {
  readonly kind: 'cursor-step';
  readonly start: number;
  readonly end: number;
  readonly verb: 'OPEN' | 'FETCH' | 'CLOSE' | 'FETCH GROUP NEXT ROW';
  readonly cursor: Identifier | undefined;
  /** Of OPEN, MariaDB. */
  readonly args: readonly Expression[];
  readonly into: readonly Identifier[];
}

/** RAISE is ORACLE mode's. */
export interface Signal {
  readonly kind: 'signal';
  readonly start: number;
  readonly end: number;
  readonly verb: 'SIGNAL' | 'RESIGNAL' | 'RAISE';
  readonly condition: ConditionValue | undefined;
  readonly items: readonly SignalItem[];
}

/** MESSAGE_TEXT = 'x' */
export interface SignalItem {
  readonly kind: 'signal-item';
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly value: Expression;
}

export interface GetDiagnostics {
  readonly kind: 'get-diagnostics';
  readonly start: number;
  readonly end: number;
  readonly area: 'CURRENT' | 'STACKED' | undefined;
  /** CONDITION n; without it the items are those of the statement. */
  readonly condition: Expression | undefined;
  readonly items: readonly DiagnosticsItem[];
}

/** target = NUMBER */
export interface DiagnosticsItem {
  readonly kind: 'diagnostics-item';
  readonly start: number;
  readonly end: number;
  readonly target: Expression;
  readonly name: string;
}

export type CompoundStatement =
  | Block | Choice | Loop | ForLoop | Jump | LabelledStatement | NullStatement | Return | CursorStep | Signal
  | GetDiagnostics; // biome-ignore format: a list

export type CompoundPart =
  | Declaration | ExceptionBranch | ConditionValue | RoutineParameter | Branch | SignalItem | DiagnosticsItem; // biome-ignore format: a list
