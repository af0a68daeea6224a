import type { CreateTable } from '../ast/create-table.ts';
import type {
  CheckConstraint,
  ColumnAttribute,
  Constraint,
  GeneratedAs,
  IndexPart,
  References,
  Setting,
  TableElement,
} from '../ast/table-parts.ts';
import { after, inBrackets, list, type Print, type Printers, printName, words } from './printer.ts';

const withoutEquals: ReadonlySet<string> = new Set([
  'COMMENT',
  'STORAGE',
  'WITH PARSER',
  'ADD DATAFILE',
  'ADD UNDOFILE',
  'USE LOGFILE GROUP',
  'WAIT',
]);

function printSetting({ name, foreign, value, tables }: Setting, print: Print): string {
  if (name === 'UNION') return `UNION = (${list(tables, print)})`;
  if (value === undefined) return name;
  const equals = withoutEquals.has(name) ? '' : '=';
  return words(foreign ? printName(name, false, print.dialect) : name, equals, print(value));
}

const equalsBefore: ReadonlySet<string> = new Set(['REF_SYSTEM_ID', 'COMPRESSED']);

function printReferences(node: References, print: Print): string {
  const { constraint, table, columns, match, onDelete, onUpdate } = node;
  return words(
    print(constraint), 'REFERENCES', print(table), inBrackets(columns, print), match && `MATCH ${match}`,
    onDelete && `ON DELETE ${onDelete}`, onUpdate && `ON UPDATE ${onUpdate}`,
  ); // biome-ignore format: one line
}

function printGenerated({ expression, row, storage }: GeneratedAs, print: Print): string {
  if (row !== undefined) return `GENERATED ALWAYS AS ROW ${row}`;
  return words(`GENERATED ALWAYS AS (${print(expression)})`, storage);
}

function printPart({ column, length, expression, period, direction }: IndexPart, print: Print): string {
  if (period !== undefined) return `${print(period)} WITHOUT OVERLAPS`;
  return words(print(column) + (length === undefined ? '' : `(${print(length)})`) + print(expression), direction);
}

const printCheck = ({ constraint, condition, enforced }: CheckConstraint, print: Print): string =>
  words(
    print(constraint),
    `CHECK (${print(condition)})`,
    enforced === true && 'ENFORCED',
    enforced === false && 'NOT ENFORCED',
  );

type Parts = TableElement | Setting | ColumnAttribute | GeneratedAs | Constraint | IndexPart | References;

export const createTablePrinters: Printers<CreateTable | Parts> = {
  'create-table': (node, print) =>
    words(
      'CREATE',
      node.orReplace && 'OR REPLACE',
      node.temporary && 'TEMPORARY',
      node.external && 'EXTERNAL',
      'TABLE',
      node.ifNotExists && 'IF NOT EXISTS',
      print(node.name),
      after('LIKE', node.like, print),
      inBrackets(node.elements, print),
      list(node.settings, print, ' '),
      print(node.partitioning),
      node.duplicates,
      after('AS', node.query, print),
    ),
  setting: printSetting,
  'column-definition': (node, print) =>
    words(
      print(node.name),
      print(node.type),
      node.collation && `COLLATE ${node.collation}`,
      print(node.generated),
      list(node.attributes, print, ' '),
      print(node.references),
    ),
  'generated-as': printGenerated,
  'column-attribute': ({ name, value }, print) =>
    words(name, value && equalsBefore.has(name) && '=', value && print(value)),
  'check-constraint': printCheck,
  constraint: ({ ifNotExists, name }, print) => words('CONSTRAINT', ifNotExists && 'IF NOT EXISTS', print(name)),
  'index-definition': (node, print) =>
    words(
      print(node.constraint),
      node.type === 'INDEX' || node.type === 'PRIMARY KEY' ? node.type : `${node.type} INDEX`,
      node.ifNotExists && 'IF NOT EXISTS',
      print(node.name),
      node.using && `USING ${node.using}`,
      inBrackets(node.parts, print),
      list(node.settings, print, ' '),
    ),
  'index-part': printPart,
  'foreign-key': (node, print) =>
    words(
      print(node.constraint),
      'FOREIGN KEY',
      node.ifNotExists && 'IF NOT EXISTS',
      print(node.name),
      inBrackets(node.columns, print),
      print(node.references),
    ),
  references: printReferences,
  'period-definition': ({ ifNotExists, name, from, to }, print) =>
    words(
      'PERIOD',
      ifNotExists && 'IF NOT EXISTS',
      'FOR',
      name === undefined ? 'SYSTEM_TIME' : print(name),
      `(${print(from)}, ${print(to)})`,
    ),
};
