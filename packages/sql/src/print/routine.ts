import type { Account } from '../ast/node.ts';
import type { CreatePackage, PackageRoutine } from '../ast/package.ts';
import type { CreateRoutine, DefineEvent, RoutinePart, RoutineStatement } from '../ast/routine.ts';
import { exceptionClause, printOracleBlock, sequence } from './compound.ts';
import { after, inBrackets, list, type Print, type Printers, words } from './printer.ts';

const head = (verb: string, orReplace: boolean, definer: Account | undefined, print: Print): string =>
  words(verb, orReplace && 'OR REPLACE', after('DEFINER =', definer, print));

const unlessExists = (ifNotExists: boolean): string | false => ifNotExists && 'IF NOT EXISTS';

const printRoutine = (node: CreateRoutine, print: Print): string =>
  words(
    head('CREATE', node.orReplace, node.definer, print),
    node.aggregate && 'AGGREGATE',
    node.what,
    unlessExists(node.ifNotExists),
    signature(node, print),
    bodyOf(node, print),
    after('AS', node.code, print),
  );

/** Name, parameters, what it returns, characteristics. */
function signature(node: CreateRoutine | PackageRoutine, print: Print): string {
  const { oracle } = print.dialect.sqlMode;
  // ORACLE mode leaves empty brackets out.
  const parameters = oracle ? inBrackets(node.parameters, print) : `(${list(node.parameters, print)})`;
  return words(
    print(node.name) + parameters,
    after(oracle ? 'RETURN' : 'RETURNS', node.returns, print),
    node.returnsCollation && `COLLATE ${node.returnsCollation}`,
    list(node.characteristics, print, ' '),
  );
}

const bodyOf = ({ body }: CreateRoutine | PackageRoutine, print: Print): string =>
  body?.kind === 'block' && print.dialect.sqlMode.oracle ? `AS ${printOracleBlock(body, print, '')}` : print(body);

function printPackage(node: CreatePackage, print: Print): string {
  const { oracle } = print.dialect.sqlMode;
  const runs = node.statements.length + node.exceptions.length > 0;
  return words(
    head('CREATE', node.orReplace, node.definer, print),
    node.what,
    unlessExists(node.ifNotExists),
    print(node.name),
    list(node.characteristics, print, ' '),
    oracle && 'AS',
    sequence(node.declarations, print),
    sequence(node.routines, print),
    oracle && runs && 'BEGIN',
    sequence(node.statements, print),
    exceptionClause(node.exceptions, print),
    'END',
  );
}

const printEvent = (node: DefineEvent, print: Print): string =>
  words(
    head(node.verb, node.orReplace, node.definer, print),
    'EVENT',
    unlessExists(node.ifNotExists),
    print(node.name),
    after('ON SCHEDULE', node.schedule, print),
    node.completion && `ON COMPLETION ${node.completion}`,
    after('RENAME TO', node.renameTo, print),
    node.status === 'DISABLE ON REPLICA' ? `DISABLE ON ${replicaWord(print)}` : node.status,
    after('COMMENT', node.comment, print),
    after('DO', node.body, print),
  );

/** MariaDB and MySQL before 8.0.22 know the old word; 8.4 knows both. */
const replicaWord = ({ dialect }: Print): string =>
  dialect.flavour === 'mysql' && dialect.versionNumber >= 80_022 ? 'REPLICA' : 'SLAVE';

export const routinePrinters: Printers<RoutineStatement | RoutinePart> = {
  'create-routine': printRoutine,
  'create-package': printPackage,
  'package-routine': (node, print) => words(node.what, signature(node, print), bodyOf(node, print)),
  characteristic: ({ name, comment, libraries }, print) =>
    words(name, print(comment), name === 'USING' && `(${list(libraries, print)})`),
  'library-use': ({ name, alias }, print) => words(print(name), after('AS', alias, print)),
  code: ({ text }) => text,
  'create-loadable': ({ orReplace, aggregate, ifNotExists, name, returns, library }, print) =>
    words(
      head('CREATE', orReplace, undefined, print),
      aggregate && 'AGGREGATE',
      'FUNCTION',
      unlessExists(ifNotExists),
      print(name),
      `RETURNS ${returns}`,
      after('SONAME', library, print),
    ),
  'create-trigger': ({ orReplace, definer, ifNotExists, name, time, event, table, order, other, body }, print) =>
    words(
      head('CREATE', orReplace, definer, print),
      'TRIGGER',
      unlessExists(ifNotExists),
      print(name),
      time,
      event,
      after('ON', table, print),
      'FOR EACH ROW',
      order,
      print(other),
      print(body),
    ),
  'define-event': printEvent,
  schedule: ({ at, every, unit, starts, ends }, print) =>
    words(
      after('AT', at, print),
      after('EVERY', every, print),
      unit,
      after('STARTS', starts, print),
      after('ENDS', ends, print),
    ),
  'alter-routine': ({ what, name, characteristics }, print) =>
    words('ALTER', what, print(name), list(characteristics, print, ' ')),
  'drop-routine': ({ what, ifExists, name }, print) => words('DROP', what, ifExists && 'IF EXISTS', print(name)),
  'define-library': ({ verb, ifNotExists, name, comment, language, code }, print) =>
    words(
      verb,
      'LIBRARY',
      unlessExists(ifNotExists),
      print(name),
      after('COMMENT', comment, print),
      after('LANGUAGE', language, print),
      after('AS', code, print),
    ),
};
