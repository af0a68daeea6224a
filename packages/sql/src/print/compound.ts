import type { Block, Choice, CompoundPart, CompoundStatement, ForLoop, Loop } from '../ast/compound.ts';
import type { Identifier, Node } from '../ast/node.ts';
import { after, clause, inBrackets, list, type Print, type Printers, words } from './printer.ts';

/** Statements, each with its semicolon. */
export const sequence = (statements: readonly Node[], print: Print): string =>
  statements.map((statement) => `${print(statement)};`).join(' ');

const isOracle = ({ dialect }: Print): boolean => dialect.sqlMode.oracle;

const labelled = (label: Identifier | undefined, print: Print): string | undefined =>
  label && (isOracle(print) ? `<<${print(label)}>>` : `${print(label)}:`);

/** EXCEPTION WHEN …, or nothing. */
export const exceptionClause = (exceptions: readonly Node[], print: Print): string =>
  exceptions.length === 0 ? '' : `EXCEPTION ${list(exceptions, print, ' ')}`;

/** A block as ORACLE mode writes it; a routine's body has no DECLARE before its declarations. */
export function printOracleBlock(block: Block, print: Print, declares: 'DECLARE' | '' = 'DECLARE'): string {
  const { label, notAtomic, declarations, statements, exceptions } = block;
  return words(
    labelled(label, print),
    declarations.length > 0 && declares,
    sequence(declarations, print),
    'BEGIN',
    notAtomic && 'NOT ATOMIC',
    sequence(statements, print),
    exceptionClause(exceptions, print),
    'END',
  );
}

const printBlock = (block: Block, print: Print): string =>
  isOracle(print)
    ? printOracleBlock(block, print)
    : words(
        labelled(block.label, print),
        'BEGIN',
        block.notAtomic && 'NOT ATOMIC',
        sequence(block.declarations, print),
        sequence(block.statements, print),
        'END',
      );

function printChoice({ verb, operand, branches, otherwise }: Choice, print: Print): string {
  const next = isOracle(print) ? 'ELSIF' : 'ELSEIF';
  const join = verb === 'IF' ? next : 'WHEN';
  const all = branches.map((branch, at) => `${verb === 'IF' && at === 0 ? '' : `${join} `}${print(branch)}`).join(' ');
  const last = otherwise.length > 0 && `ELSE ${sequence(otherwise, print)}`;
  return words(verb, print(operand), all, last, `END ${verb}`);
}

function printLoop({ label, verb, condition, statements }: Loop, print: Print): string {
  const body = sequence(statements, print);
  const head = words(labelled(label, print), verb);
  if (verb === 'WHILE')
    return words(
      head,
      print(condition),
      isOracle(print) ? 'LOOP' : 'DO',
      body,
      isOracle(print) ? 'END LOOP' : 'END WHILE',
    );
  return words(head, body, after('UNTIL', condition, print), `END ${verb}`);
}

function printFor({ label, variable, reverse, from, to, query, statements }: ForLoop, print: Print): string {
  const over = query ? `(${print(query)})` : words(print(from), after('..', to, print));
  const body = sequence(statements, print);
  const [begin, end] = isOracle(print) ? ['LOOP', 'END LOOP'] : ['DO', 'END FOR'];
  return words(labelled(label, print), 'FOR', print(variable), 'IN', reverse && 'REVERSE', over, begin, body, end);
}

/** Before each declaration, besides in ORACLE mode, where the word stands once. */
const declareWord = (print: Print): string | false => !isOracle(print) && 'DECLARE';

export const compoundPrinters: Printers<CompoundStatement | CompoundPart> = {
  block: printBlock,
  'exception-branch': ({ conditions, statements }, print) =>
    `WHEN ${list(conditions, print)} THEN ${sequence(statements, print)}`,
  'declare-variables': ({ names, type, collation, initial }, print) =>
    words(
      declareWord(print),
      list(names, print),
      print(type),
      collation && `COLLATE ${collation}`,
      after('DEFAULT', initial, print),
    ),
  'declare-condition': ({ name, value }, print) =>
    words(declareWord(print), print(name), 'CONDITION FOR', print(value)),
  'declare-exception': ({ name }, print) => `${print(name)} EXCEPTION`,
  'declare-cursor': ({ name, parameters, query }, print) =>
    isOracle(print)
      ? words('CURSOR', print(name), inBrackets(parameters, print), 'IS', print(query))
      : words('DECLARE', print(name), 'CURSOR', inBrackets(parameters, print), 'FOR', print(query)),
  'declare-handler': ({ action, conditions, statement }, print) =>
    words(declareWord(print), action, 'HANDLER FOR', list(conditions, print), print(statement)),
  'condition-value': ({ what, value }, print) => words(what !== 'ERROR' && what !== 'NAME' && what, print(value)),
  'routine-parameter': ({ mode, name, type, collation, initial }, print) =>
    words(
      ...(isOracle(print) ? [print(name), mode] : [mode, print(name)]),
      print(type),
      collation && `COLLATE ${collation}`,
      after('DEFAULT', initial, print),
    ),
  choice: printChoice,
  branch: ({ condition, statements }, print) => `${print(condition)} THEN ${sequence(statements, print)}`,
  loop: printLoop,
  'for-loop': printFor,
  jump: ({ verb, label, condition }, print) => words(verb, print(label), after('WHEN', condition, print)),
  'labelled-statement': ({ label, statement }, print) => `<<${print(label)}>> ${print(statement)}`,
  'null-statement': () => 'NULL',
  return: ({ value }, print) => words('RETURN', print(value)),
  'cursor-step': ({ verb, cursor, args, into }, print) =>
    words(verb, print(cursor) + inBrackets(args, print), clause('INTO', into, print)),
  signal: ({ verb, condition, items }, print) => words(verb, print(condition), clause('SET', items, print)),
  'signal-item': ({ name, value }, print) => `${name} = ${print(value)}`,
  'get-diagnostics': ({ area, condition, items }, print) =>
    words('GET', area, 'DIAGNOSTICS', after('CONDITION', condition, print), list(items, print)),
  'diagnostics-item': ({ target, name }, print) => `${print(target)} = ${name}`,
};
