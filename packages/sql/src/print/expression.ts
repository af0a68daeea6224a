import type { DataType, RowField } from '../ast/data-type.ts';
import type { Aggregate, Binary, Expression, JsonMember, Literal, When } from '../ast/expression.ts';
import type { Account, Identifier, Node, Option, Phrase, QualifiedName } from '../ast/node.ts';
import {
  after,
  clause,
  inBrackets,
  list,
  type Print,
  type Printers,
  printName,
  printString,
  words,
} from './printer.ts';

const not = (isNot: boolean): string | false => isNot && 'NOT';

function printLiteral({ type, value, charset }: Literal, { dialect }: Print): string {
  const introducer = charset === undefined ? '' : `_${charset}`;
  switch (type) {
    case 'string':
      return introducer + printString(value, dialect);
    case 'national-string':
      return `N${printString(value, dialect)}`;
    case 'date':
    case 'time':
    case 'timestamp':
      return `${type.toUpperCase()} ${printString(value, dialect)}`;
    case 'null':
    case 'boolean':
      return value.startsWith('\\') ? 'NULL' : value.toUpperCase();
    case 'hex':
    case 'bit':
      return introducer === '' ? value : `${introducer} ${value}`;
    default:
      return value;
  }
}

/** From the bottom of the left side up, without recursion: chains of operators are long, not deep. */
function printBinary(node: Binary, print: Print): string {
  const chain: Binary[] = [node];
  let left: Expression = node.left;
  while (left.kind === 'binary') {
    chain.push(left);
    left = left.left;
  }
  const parts = [print(left)];
  for (const { operator, right } of chain.toReversed()) {
    if (operator === '->' || operator === '->>') parts.push(`${parts.pop() ?? ''}${operator}${print(right)}`);
    else if (operator === 'MEMBER OF') parts.push(`MEMBER OF (${print(right)})`);
    else parts.push(operator, print(right));
  }
  return parts.join(' ');
}

function printAggregate(node: Aggregate, print: Print): string {
  const { name, distinct, args, orderBy, separator, limit, withinGroup, modifiers, over } = node;
  const inside = words(
    distinct && 'DISTINCT',
    list(args, print),
    clause('ORDER BY', orderBy, print),
    after('SEPARATOR', separator, print),
    clause('LIMIT', limit, print),
    ...(name === 'JSON_ARRAYAGG' ? modifiers : []),
  );
  const within = withinGroup.length > 0 && `WITHIN GROUP (${clause('ORDER BY', withinGroup, print)})`;
  const behind = name === 'JSON_ARRAYAGG' ? [] : modifiers;
  return words(`${name}(${inside})`, within, ...behind, over && `OVER ${print(over)}`);
}

function printSpecial(args: readonly Node[], spans: readonly string[], print: Print): string {
  const parts = spans.flatMap((span, at) => [span, print(args[at])]);
  return words(...parts)
    .replaceAll(' ,', ',')
    .replaceAll(' ( ', '(')
    .replaceAll(' )', ')');
}

const path = (...names: readonly (Identifier | undefined)[]) => names.filter((name) => name !== undefined);

/** Expressions, names and types. */
export const expressionPrinters: Printers<
  Expression | When | JsonMember | Identifier | QualifiedName | Phrase | Option | Account | DataType | RowField
> = {
  identifier: ({ name, quoted }, { dialect }) => printName(name, quoted, dialect),
  'qualified-name': ({ schema, name }, print) => list(path(schema, name), print, '.'),
  phrase: ({ text }) => text,
  option: ({ name, value }, print) => words(name, print(value)),
  account: ({ user, host }, { dialect }) =>
    user === undefined || (user === 'CURRENT_ROLE' && dialect.flavour === 'mariadb')
      ? (user ?? 'CURRENT_USER')
      : printString(user, dialect) + (host === undefined ? '' : `@${printString(host, dialect)}`),
  literal: printLiteral,
  parameter: () => '?',
  column: ({ schema, table, name }, print) => list(path(schema, table, name), print, '.'),
  star: ({ schema, table }, print) => [...path(schema, table).map((name) => print(name)), '*'].join('.'),
  'user-variable': ({ name }) => (/^[\w$.]+$/.test(name) ? `@${name}` : `@\`${name.replaceAll('`', '``')}\``),
  'system-variable': ({ scope, name }) => `@@${scope === undefined ? '' : `${scope}.`}${name}`,
  unary: ({ operator, operand }, print) =>
    /\w/.test(operator) || operand.kind === 'unary' ? `${operator} ${print(operand)}` : operator + print(operand),
  binary: printBinary,
  logical: ({ operator, operands }, print) => list(operands, print, ` ${operator} `),
  between: (node, print) =>
    words(print(node.operand), not(node.not), 'BETWEEN', print(node.low), 'AND', print(node.high)),
  'in-list': (node, print) => words(print(node.operand), not(node.not), 'IN', `(${list(node.items, print)})`),
  'in-query': (node, print) => words(print(node.operand), not(node.not), 'IN', `(${print(node.query)})`),
  like: (node, print) =>
    words(print(node.operand), not(node.not), node.operator, print(node.pattern), after('ESCAPE', node.escape, print)),
  is: (node, print) => words(print(node.operand), 'IS', not(node.not), node.what),
  case: ({ operand, whens, otherwise }, print) =>
    words('CASE', print(operand), list(whens, print, ' '), after('ELSE', otherwise, print), 'END'),
  when: ({ condition, result }, print) => `WHEN ${print(condition)} THEN ${print(result)}`,
  cast: (node, print) => {
    if (node.function === 'CONVERT') return `CONVERT(${print(node.operand)}, ${print(node.type)})`;
    const zone = after('AT TIME ZONE', node.atTimeZone, print);
    return `CAST(${words(print(node.operand), zone, 'AS', print(node.type), node.array && 'ARRAY')})`;
  },
  'convert-using': ({ operand, charset }, print) => `CONVERT(${print(operand)} USING ${charset})`,
  call: ({ schema, package: inside, name, quoted, brackets, args }, print) => {
    // A built-in function's name may be a reserved word that quotes would turn into another function.
    const called = quoted ? printName(name, true, print.dialect) : name;
    const path = (schema ? `${print(schema)}.` : '') + (inside ? `${print(inside)}.` : '');
    return path + called + (brackets ? `(${list(args, print)})` : '');
  },
  'cursor-attribute': ({ cursor, attribute }, print) =>
    // SQL is a reserved word, and no cursor's name here.
    `${cursor.name.toUpperCase() === 'SQL' && !cursor.quoted ? 'SQL' : print(cursor)}%${attribute}`,
  'special-call': ({ name, args, words: spans }, print) => `${name}(${printSpecial(args, spans, print)})`,
  aggregate: printAggregate,
  interval: ({ amount, unit }, print) => `INTERVAL ${print(amount)} ${unit}`,
  'match-against': ({ columns, against, mode }, print) =>
    `MATCH (${list(columns, print)}) AGAINST (${words(print(against), mode)})`,
  subquery: ({ query }, print) => `(${print(query)})`,
  exists: ({ query }, print) => `EXISTS (${print(query)})`,
  quantified: ({ left, operator, quantifier, query }, print) =>
    `${print(left)} ${operator} ${quantifier} (${print(query)})`,
  row: ({ word, items }, print) => `${word ? 'ROW' : ''}(${list(items, print)})`,
  parenthesised: ({ inner }, print) => `(${print(inner)})`,
  'default-value': ({ word, column }, print) => (column ? `${word}(${print(column)})` : word),
  // MariaDB reads `(VALUES(a))` as a table of values.
  'values-of': ({ column }, print) => `${print.dialect.flavour === 'mariadb' ? 'VALUE' : 'VALUES'}(${print(column)})`,
  'odbc-escape': ({ word, inner }, print) => `{${word} ${print(inner)}}`,
  'json-duality-object': ({ tags, members }, print) =>
    `JSON_DUALITY_OBJECT(${words(tags && `WITH (${tags.join(', ')})`, list(members, print))})`,
  'json-member': ({ key, value }, print) => `${print(key)}: ${print(value)}`,
  'data-type': (node, print) => {
    const sizes = inBrackets([...node.sizes, ...node.values, ...node.fields], print);
    const ofSame = node.name.startsWith('%') ? `${node.typeOf ?? ''}${node.name}` : words(node.name, node.typeOf);
    const schema = node.schema === undefined ? '' : `${printName(node.schema, false, print.dialect)}.`;
    return words(
      schema + ofSame + sizes,
      ...node.modifiers,
      node.unsigned && !node.name.startsWith('UNSIGNED') && 'UNSIGNED',
      node.zerofill && 'ZEROFILL',
      node.charset && `CHARACTER SET ${node.charset}`,
      node.collation && `COLLATE ${node.collation}`,
    );
  },
  'row-field': ({ name, type }, print) => `${printName(name, false, print.dialect)} ${print(type)}`,
};
