import type { CompoundPart, CompoundStatement, ForLoop, Loop } from '../ast/compound.ts';
import type { Identifier, Node } from '../ast/node.ts';
import { after, clause, inBrackets, list, type Print, type Printers, words } from './printer.ts';

/** Statements, each with its semicolon. */
const sequence = (statements: readonly Node[], print: Print): string =>
  statements.map((statement) => `${print(statement)};`).join(' ');

const labelled = (label: Identifier | undefined, print: Print): string | undefined => label && `${print(label)}:`;

function printLoop({ label, verb, condition, statements }: Loop, print: Print): string {
  const body = sequence(statements, print);
  const head = words(labelled(label, print), verb);
  if (verb === 'WHILE') return words(head, print(condition), 'DO', body, 'END WHILE');
  return words(head, body, after('UNTIL', condition, print), `END ${verb}`);
}

function printFor({ label, variable, reverse, from, to, query, statements }: ForLoop, print: Print): string {
  const over = query ? `(${print(query)})` : words(print(from), after('..', to, print));
  const body = sequence(statements, print);
  return words(labelled(label, print), 'FOR', print(variable), 'IN', reverse && 'REVERSE', over, 'DO', body, 'END FOR');
}

export const compoundPrinters: Printers<CompoundStatement | CompoundPart> = {
  block: ({ label, notAtomic, declarations, statements }, print) =>
    words(
      labelled(label, print),
      'BEGIN',
      notAtomic && 'NOT ATOMIC',
      sequence(declarations, print),
      sequence(statements, print),
      'END',
    ),
  'declare-variables': ({ names, type, collation, initial }, print) =>
    words(
      clause('DECLARE', names, print),
      print(type),
      collation && `COLLATE ${collation}`,
      after('DEFAULT', initial, print),
    ),
  'declare-condition': ({ name, value }, print) => `DECLARE ${print(name)} CONDITION FOR ${print(value)}`,
  'declare-cursor': ({ name, parameters, query }, print) =>
    words('DECLARE', print(name), 'CURSOR', inBrackets(parameters, print), 'FOR', print(query)),
  'declare-handler': ({ action, conditions, statement }, print) =>
    words('DECLARE', action, 'HANDLER FOR', list(conditions, print), print(statement)),
  'condition-value': ({ what, value }, print) => words(what !== 'ERROR' && what !== 'NAME' && what, print(value)),
  'routine-parameter': ({ mode, name, type, collation, initial }, print) =>
    words(mode, print(name), print(type), collation && `COLLATE ${collation}`, after('DEFAULT', initial, print)),
  choice: ({ verb, operand, branches, otherwise }, print) => {
    const join = verb === 'IF' ? 'ELSEIF' : 'WHEN';
    const all = branches
      .map((branch, at) => `${verb === 'IF' && at === 0 ? '' : `${join} `}${print(branch)}`)
      .join(' ');
    return words(
      verb,
      print(operand),
      all,
      otherwise.length > 0 && `ELSE ${sequence(otherwise, print)}`,
      `END ${verb}`,
    );
  },
  branch: ({ condition, statements }, print) => `${print(condition)} THEN ${sequence(statements, print)}`,
  loop: printLoop,
  'for-loop': printFor,
  jump: ({ verb, label }, print) => `${verb} ${print(label)}`,
  return: ({ value }, print) => `RETURN ${print(value)}`,
  'cursor-step': ({ verb, cursor, args, into }, print) =>
    words(verb, print(cursor) + inBrackets(args, print), clause('INTO', into, print)),
  signal: ({ verb, condition, items }, print) => words(verb, print(condition), clause('SET', items, print)),
  'signal-item': ({ name, value }, print) => `${name} = ${print(value)}`,
  'get-diagnostics': ({ area, condition, items }, print) =>
    words('GET', area, 'DIAGNOSTICS', after('CONDITION', condition, print), list(items, print)),
  'diagnostics-item': ({ target, name }, print) => `${print(target)} = ${name}`,
};
