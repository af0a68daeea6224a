import type { Dialect, Expression, Like, Node } from '@myriad/sql';
import { numberIn, stringIn } from '../tree/calls.ts';
import { bare, columnsIn, conjuncts } from '../tree/conditions.ts';
import type { Words } from '../words.ts';
import { keyOfExpression } from './access-path.ts';
import type { AnyOf, Block, Condition, Relation, Remark } from './block.ts';
import { refusalOf } from './comparable.ts';
import { functionRefusal, indexableExpression } from './indexed-expression.ts';
import { meaningOf, refOf, relationsOf, type Scope } from './scope.ts';

/** Where conditions are read: what they are about, and where remarks go. */
export interface Reading {
  readonly block: Block;
  readonly scope: Scope;
  readonly dialect: Dialect;
  readonly remarks: Remark[];
}

/** What an index could answer of one condition; nothing: no index does. */
export function readCondition(condition: Expression, reading: Reading): readonly Condition[] {
  const inner = bare(condition);
  switch (inner.kind) {
    case 'binary': {
      const { operator, left, right } = inner;
      const pair = rowPairs(left, right);
      if (pair && operator === '=') return pair.flatMap(([a, b]) => compare(inner, a, '=', b, reading));
      const mirrored = flipped[operator] ?? operator;
      return [...compare(inner, left, operator, right, reading), ...compare(inner, right, mirrored, left, reading)];
    }
    case 'between':
      return inner.not
        ? []
        : asked(
            inner,
            inner.operand,
            [inner.low, inner.high],
            { kind: 'range', spread: 'between', bounds: [boundOf(inner.low), boundOf(inner.high)] },
            reading,
          );
    case 'in-list':
      return inner.not ? [] : readList(inner, inner.operand, inner.items, reading);
    case 'like':
      return inner.not ? [] : readLike(inner, reading);
    case 'is':
      return inner.not || inner.what !== 'NULL'
        ? []
        : asked(inner, inner.operand, [], { kind: 'equal', isNull: true }, reading);
    case 'logical':
      return inner.operator === 'OR' ? sameColumnList(inner.operands.map(bare), reading) : [];
    default:
      return [];
  }
}

/** Alternatives of which an index answers each one: the server joins what several indexes find. */
export function readAlternatives(condition: Expression, reading: Reading): AnyOf | undefined {
  const inner = bare(condition);
  if (inner.kind !== 'logical' || inner.operator !== 'OR' || inner.operands.length > 4) return undefined;
  const quiet = { ...reading, remarks: [] };
  const branches = inner.operands.map((operand) =>
    conjuncts(operand).flatMap((one) => readCondition(one, quiet).filter(({ needs }) => needs.length === 0)),
  );
  const relation = branches[0]?.[0]?.relation;
  const isOne = branches.every((branch) => branch.length > 0 && branch.every((one) => one.relation === relation));
  return relation && isOne ? { relation, branches } : undefined;
}

const flipped: Readonly<Record<string, '<' | '<=' | '>' | '>='>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };
const ranges: ReadonlySet<string> = new Set(['<', '<=', '>', '>=']);

function rowPairs(left: Expression, right: Expression): readonly (readonly [Expression, Expression])[] | undefined {
  const [a, b] = [bare(left), bare(right)];
  if (a.kind !== 'row' || b.kind !== 'row' || a.items.length !== b.items.length) return undefined;
  return a.items.flatMap((item, at) => (b.items[at] === undefined ? [] : [[item, b.items[at]] as const]));
}

function compare(
  at: Node,
  side: Expression,
  operator: string,
  value: Expression,
  reading: Reading,
): readonly Condition[] {
  if (operator === '=' || operator === '<=>') return asked(at, side, [value], { kind: 'equal' }, reading);
  if (!ranges.has(operator)) return [];
  const bound = boundOf(value);
  return asked(
    at,
    side,
    [value],
    { kind: 'range', bounds: operator.startsWith('>') ? [bound, ''] : ['', bound] },
    reading,
  );
}

/** The text of a value that is written out; '' for any other. */
function boundOf(value: Expression): string {
  const inner = bare(value);
  if (inner.kind === 'literal') return inner.value;
  const number = numberIn(value);
  return number === undefined ? '' : String(number);
}

function readList(at: Node, operand: Expression, items: readonly Expression[], reading: Reading): readonly Condition[] {
  const inner = bare(operand);
  if (inner.kind !== 'row') {
    const kind = items.length === 1 ? 'equal' : 'in';
    return asked(at, operand, items, { kind, values: items.length }, reading);
  }
  return inner.items.flatMap((part, place) => {
    const values = items.flatMap((item) => {
      const row = bare(item);
      return row.kind === 'row' ? (row.items[place] ?? []) : [];
    });
    return values.length === items.length ? asked(at, part, values, { kind: 'in', values: items.length }, reading) : [];
  });
}

/** a = 1 OR a = 2 is a list. */
function sameColumnList(operands: readonly Expression[], reading: Reading): readonly Condition[] {
  const read = operands.map((operand) => readCondition(operand, { ...reading, remarks: [] }));
  const [first] = read[0] ?? [];
  if (first === undefined || first.column === undefined) return [];
  const isList = read.every(
    ([one, ...more]) =>
      more.length === 0 &&
      one?.relation === first.relation &&
      one.key === first.key &&
      one.kind !== 'range' &&
      one.needs.length === 0,
  );
  const values = read.reduce((sum, [one]) => sum + (one?.values ?? 1), 0);
  return isList ? [{ ...first, kind: 'in', isNull: false, values }] : [];
}

function readLike(like: Like, reading: Reading): readonly Condition[] {
  if (like.operator !== 'LIKE') return [];
  const start = startOf(like.pattern);
  if (start === 'any') {
    if (refOf(like.operand, reading.scope)) remark(like, leadingWildcard, reading);
    return [];
  }
  if (start === 'unknown') return [];
  const kind = start === 'whole' ? 'equal' : 'range';
  return asked(like, like.operand, [like.pattern], { kind, spread: 'prefix' }, reading);
}

/** How a pattern begins: with a wildcard, with a text, without any wildcard, or nobody knows. */
function startOf(pattern: Expression): 'any' | 'prefix' | 'whole' | 'unknown' {
  const text = stringIn(pattern);
  if (text !== undefined) {
    if (text === '' || text.startsWith('%') || text.startsWith('_')) return 'any';
    return /[%_]/.test(text) ? 'prefix' : 'whole';
  }
  const inner = bare(pattern);
  if (inner.kind !== 'call' || inner.name.toUpperCase() !== 'CONCAT') return 'unknown';
  const [first] = inner.args;
  const begin = first && stringIn(first);
  if (begin === undefined) return first && bare(first).kind === 'parameter' ? 'prefix' : 'unknown';
  return begin.startsWith('%') || begin.startsWith('_') ? 'any' : 'prefix';
}

type Shape = Pick<Condition, 'kind'> & Partial<Pick<Condition, 'isNull' | 'values' | 'spread' | 'bounds'>>;

/** The condition of one side, where an index could be asked for it. */
function asked(
  at: Node,
  side: Expression,
  values: readonly Expression[],
  shape: Shape,
  reading: Reading,
): readonly Condition[] {
  const { scope, block, dialect } = reading;
  const own = { isNull: false, values: 1, spread: 'half' as const, bounds: undefined, ...shape };
  const relations = [...new Set(values.flatMap((value) => relationsOf(value, scope)))];
  const needs = relations.filter((one) => block.relations.includes(one));
  const ref = refOf(side, scope);
  if (ref === undefined) return askedOfExpression(at, side, needs, own, reading);
  const { relation, column } = ref;
  if (!block.relations.includes(relation) || needs.includes(relation)) return [];
  if (own.kind === 'range' && (column.type?.name === 'ENUM' || column.type?.name === 'SET')) return [];
  // <=> NULL and the like compare with anything; what is compared with an unreadable value is left alone.
  const partners = values.map((value) => refOf(value, scope));
  for (const [place, value] of values.entries()) {
    const refusal = refusalOf(ref, value, partners[place], dialect);
    if (refusal === undefined) continue;
    remark(at, refusal, reading);
    return [];
  }
  if (own.isNull && !column.isNullable) return [];
  const partner = own.kind === 'equal' ? partners[0] : undefined;
  return [{ relation, key: column.name.toLowerCase(), column, expression: undefined, ...own, needs, partner }];
}

function askedOfExpression(
  at: Node,
  side: Expression,
  needs: readonly Relation[],
  own: Omit<Condition, 'relation' | 'key' | 'column' | 'expression' | 'needs' | 'partner'>,
  reading: Reading,
): readonly Condition[] {
  const { scope, block, dialect } = reading;
  const inner = bare(side);
  const columns = columnsIn(inner);
  const meanings = columns.map((column) => meaningOf(column, scope));
  const [first] = meanings;
  if (inner.kind === 'column' || !first?.ref || !block.relations.includes(first.ref.relation)) return [];
  const { relation } = first.ref;
  if (needs.includes(relation) || meanings.some((one) => one?.ref?.relation !== relation)) return [];
  const expression =
    own.kind === 'equal' || own.kind === 'in' ? indexableExpression(inner, first.ref.column, dialect) : undefined;
  if (expression === undefined) {
    remark(at, functionRefusal(inner, first.ref.column.name), reading);
    return [];
  }
  return [
    {
      relation,
      key: keyOfExpression(expression, dialect),
      column: undefined,
      expression,
      ...own,
      needs,
      partner: undefined,
    },
  ];
}

function remark({ start, end }: Node, words: Words, { remarks }: Reading): void {
  if (!remarks.some((one) => one.start === start && one.end === end)) remarks.push({ start, end, words });
}

const leadingWildcard: Words = {
  en: 'A pattern that begins with a wildcard reads every row; no ordinary index helps. A FULLTEXT index (ngram parser) with MATCH may.',
  zh: '以通配符开头的 LIKE 会读取所有行，普通索引无用；可考虑 FULLTEXT 索引（ngram 解析器）配合 MATCH。',
};
