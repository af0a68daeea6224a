import type { Block, Declaration, RoutineParameter } from '../ast/compound.ts';
import type { Column } from '../ast/expression.ts';
import type { Node, QualifiedName } from '../ast/node.ts';
import type { CreatePackage } from '../ast/package.ts';
import type { CreateRoutine, CreateTrigger, DefineEvent } from '../ast/routine.ts';
import type { KnownStatement } from '../ast/statement.ts';
import { childScope, type Findings, type ProgramNames, type Relation, type Scope } from './relation.ts';
import { lookUp, resolveExpression } from './resolve-expression.ts';

/** Statements that hold other statements, which are resolved here; all others are handed on. */
export type Program = CreateRoutine | CreatePackage | CreateTrigger | DefineEvent | Block;

interface Walk {
  readonly findings: Findings;
  /** Names of parameters and variables in reach, in lower case, the innermost block last. */
  readonly frames: Set<string>[];
  readonly resolve: (statement: KnownStatement) => void;
}

/**
 * Names in the body of a routine, a trigger or an event. A variable or parameter hides a column of its name; NEW and OLD
 * are rows of the trigger's table. `resolve` is asked about each query and change.
 */
export function resolveProgram(
  program: Program,
  findings: Findings,
  resolve: (statement: KnownStatement, findings: Findings) => void,
): void {
  const frames: Set<string>[] = [];
  const rows = program.kind === 'create-trigger' ? rowsOf(program.table, findings) : undefined;
  const names: ProgramNames = {
    isVariable: ({ schema, table, name }) => {
      const said = (schema ?? table ?? name).name.toLowerCase();
      return frames.some((frame) => frame.has(said));
    },
    lookUp: (column: Column) => rows && column.table && lookUp(column, rows),
  };
  const own: Findings = { ...findings, program: names };
  const walk: Walk = { findings: own, frames, resolve: (statement) => resolve(statement, own) };
  if (program.kind === 'block') visit(program, walk);
  else if (program.kind === 'create-package') visitPackage(program, walk);
  else visitRoutine(program.kind === 'create-routine' ? program.parameters : [], program.body, walk);
}

function visitRoutine(parameters: readonly RoutineParameter[], body: KnownStatement | undefined, walk: Walk): void {
  const names = parameters.map(({ name }) => name.name);
  if (body !== undefined) inFrame(walk, names, () => visit(body, walk));
}

/** The variables of a package are in reach of all its routines. */
function visitPackage({ declarations, routines, statements, exceptions }: CreatePackage, walk: Walk): void {
  inFrame(walk, [], () => {
    for (const declaration of declarations) visitDeclaration(declaration, walk);
    for (const { parameters, body } of routines) visitRoutine(parameters, body, walk);
    visitAll(statements, walk);
    for (const branch of exceptions) visitAll(branch.statements, walk);
  });
}

/** NEW and OLD, with the columns of the table. */
function rowsOf({ schema, name }: QualifiedName, { facts }: Findings): Scope {
  const columns = facts.columnsOf?.(schema?.name, name.name)?.map((column) => ({
    name: column,
    origins: [{ schema: schema?.name, table: name.name, column }],
    isPlain: true,
  }));
  const row = (of: string): Relation => ({ name: of, schema: undefined, columns, table: name.name });
  const scope = childScope(undefined);
  scope.relations.push(row('NEW'), row('OLD'));
  return scope;
}

function inFrame(walk: Walk, names: readonly string[], act: () => void): void {
  walk.frames.push(new Set(names.map((name) => name.toLowerCase())));
  act();
  walk.frames.pop();
}

function visit(statement: KnownStatement, walk: Walk): void {
  switch (statement.kind) {
    case 'block':
      inFrame(walk, [], () => {
        for (const declaration of statement.declarations) visitDeclaration(declaration, walk);
        visitAll(statement.statements, walk);
        for (const branch of statement.exceptions) visitAll(branch.statements, walk);
      });
      break;
    case 'labelled-statement':
      visit(statement.statement, walk);
      break;
    case 'choice':
      lookAt(statement.operand, walk);
      for (const { condition, statements } of statement.branches) {
        lookAt(condition, walk);
        visitAll(statements, walk);
      }
      visitAll(statement.otherwise, walk);
      break;
    case 'loop':
      lookAt(statement.condition, walk);
      visitAll(statement.statements, walk);
      break;
    case 'for-loop':
      for (const bound of [statement.from, statement.to, statement.query]) lookAt(bound, walk);
      inFrame(walk, [statement.variable.name], () => visitAll(statement.statements, walk));
      break;
    case 'query':
    case 'insert':
    case 'update':
    case 'delete':
      walk.resolve(statement);
      break;
    case 'return':
    case 'set-variables':
    case 'call-procedure':
    case 'signal':
    case 'jump':
      lookAt(statement, walk);
      break;
    default:
    // Definitions and what is about servers: their names are not those of the program.
  }
}

function visitAll(statements: readonly KnownStatement[], walk: Walk): void {
  for (const statement of statements) visit(statement, walk);
}

/** Values of the program itself: variables, rows, subqueries. */
function lookAt(node: Node | undefined, { findings }: Walk): void {
  if (node) resolveExpression(node, childScope(undefined), findings);
}

/** What is declared first is in reach of what is declared behind it. */
function visitDeclaration(declaration: Declaration, walk: Walk): void {
  const frame = walk.frames.at(-1);
  if (declaration.kind === 'declare-variables') {
    lookAt(declaration.initial, walk);
    for (const { name } of declaration.names) frame?.add(name.toLowerCase());
  } else if (declaration.kind === 'declare-cursor') {
    const parameters = declaration.parameters.map(({ name }) => name.name);
    inFrame(walk, parameters, () => walk.resolve(declaration.query));
  } else if (declaration.kind === 'declare-handler') visit(declaration.statement, walk);
}
