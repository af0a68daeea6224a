import type { DeclareVariables } from '../ast/compound.ts';
import type { CreatePackage, PackageRoutine } from '../ast/package.ts';
import type { Characteristic } from '../ast/routine.ts';
import { insideRoutine, parseStatements } from './compound.ts';
import { accept, acceptAll, type Cursor, endOf, expect, expectOneOf, fail, is, isOneOf, startOf } from './cursor.ts';
import { parseDeclaration } from './declare.ts';
import { parseDefinerHead } from './definer.ts';
import { isName, parseName, parseQualifiedName } from './names.ts';
import { parseExceptions, parseOracleVariables } from './oracle-block.ts';
import { parseCharacteristics, parseRoutineBody, parseSignature } from './routine.ts';

/** CREATE [OR REPLACE] [DEFINER] PACKAGE [BODY] name … END. */
export function parseCreatePackage(p: Cursor): CreatePackage {
  const { start, orReplace, definer } = parseDefinerHead(p);
  expect(p, 'PACKAGE');
  const what = accept(p, 'BODY') ? 'PACKAGE BODY' : 'PACKAGE';
  const ifNotExists = acceptAll(p, 'IF', 'NOT', 'EXISTS');
  const name = parseQualifiedName(p, 'a package');
  const characteristics = parsePackageCharacteristics(p);
  if (p.oracle) expectOneOf(p, 'IS', 'AS');
  const parts = what === 'PACKAGE' ? parseSpecification(p) : insideRoutine(p, parsePackageBody);
  expect(p, 'END');
  if (p.oracle && isName(p)) parseQualifiedName(p);
  const end = endOf(p);
  return { kind: 'create-package', start, end, what, orReplace, definer, ifNotExists, name, characteristics, ...parts };
}

/** COMMENT and SQL SECURITY: a package has no others. */
function parsePackageCharacteristics(p: Cursor): readonly Characteristic[] {
  const found = parseCharacteristics(p, true);
  const wrong = found.find(({ name }) => name !== 'COMMENT' && !name.startsWith('SQL SECURITY'));
  if (wrong !== undefined) fail(p, 'COMMENT or SQL SECURITY');
  return found;
}

type Parts = Pick<CreatePackage, 'declarations' | 'routines' | 'statements' | 'exceptions'>;

function parseSpecification(p: Cursor): Parts {
  const routines: PackageRoutine[] = [];
  while (!is(p, 'END')) {
    const routine = parsePackageRoutine(p);
    if (routine.body !== undefined) fail(p, ';');
    routines.push(routine);
  }
  return { declarations: [], routines, statements: [], exceptions: [] };
}

/** Variables, routines, and what runs at the first use. */
function parsePackageBody(p: Cursor): Parts {
  const declarations = parseVariables(p);
  const routines: PackageRoutine[] = [];
  while (isOneOf(p, 'PROCEDURE', 'FUNCTION')) routines.push(parsePackageRoutine(p));
  if (p.oracle && declarations.length + routines.length === 0) fail(p, 'a declaration or a routine');
  const runs = !p.oracle || accept(p, 'BEGIN');
  const statements = runs ? parseStatements(p) : [];
  return { declarations, routines, statements, exceptions: p.oracle && runs ? parseExceptions(p) : [] };
}

function parseVariables(p: Cursor): readonly DeclareVariables[] {
  const declarations: DeclareVariables[] = [];
  while (p.oracle ? !isOneOf(p, 'PROCEDURE', 'FUNCTION', 'BEGIN', 'END') : is(p, 'DECLARE')) {
    const one = p.oracle ? parseOracleVariables(p) : parseDeclaration(p);
    if (one.kind !== 'declare-variables') return fail(p, 'a variable');
    declarations.push(one);
    expect(p, ';');
  }
  return declarations;
}

function parsePackageRoutine(p: Cursor): PackageRoutine {
  const start = startOf(p);
  const what = expectOneOf(p, 'PROCEDURE', 'FUNCTION');
  const name = parseName(p, 'a routine');
  const signature = parseSignature(p, what);
  const body = is(p, ';') ? undefined : parseRoutineBody(p, parseName);
  const end = endOf(p);
  expect(p, ';');
  return { kind: 'package-routine', start, end, what, name, ...signature, body };
}
