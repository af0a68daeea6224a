import { childrenOf, type Node } from '@myriad/sql';
import type { Context } from '../context.ts';
import { matchesGlob } from '../policy/glob.ts';
import type { Parameters } from '../rule.ts';
import { primaryKeyOf } from '../schema/table.ts';
import { fieldsOf, isNode, nameOfNode, tableNamed } from './name-of-node.ts';
import type { FieldPattern, Pattern, Range, TablePattern, Value } from './pattern.ts';

/** `undefined`: that depends on facts nobody told us, and unknown is never a finding. */
export type Answer = boolean | undefined;

/** Nodes one question may look at: own rules are written by people in a hurry. */
const mostLooks = 200_000;

interface Matching {
  readonly context: Context;
  readonly parameters: Parameters;
  looks: number;
}

/** Whether a node fits. Throws for a field the node does not have, and where the pattern is too costly. */
export function matchesPattern(pattern: Pattern, node: Node, context: Context, parameters: Parameters): Answer {
  return matches(pattern, node, { context, parameters, looks: 0 });
}

function matches(pattern: Pattern, node: Node, now: Matching): Answer {
  now.looks += 1;
  if (now.looks > mostLooks) throw new Error(`looked at more than ${mostLooks} nodes for one answer`);
  const { kinds, name, fields, has, within, not, any, all, table } = pattern;
  if (kinds && !kinds.includes(node.kind) && !(kinds.includes('statement') && node === now.context.statement))
    return false;
  return every([
    () => name === undefined || isNamed(node, valueIn(name, now)),
    ...Object.entries(fields ?? {}).map(
      ([key, field]) =>
        () =>
          matchesField(node, key, field, now),
    ),
    () => within === undefined || some(above(node, now.context), (one) => matches(within, one, now)),
    () => not === undefined || opposite(matches(not, node, now)),
    () => any === undefined || some(any, (one) => matches(one, node, now)),
    () => every((all ?? []).map((one) => () => matches(one, node, now))),
    () => table === undefined || matchesTable(table, node, now),
    () => has === undefined || some(below(node), (one) => matches(has, one, now)),
  ]);
}

const opposite = (answer: Answer): Answer => (answer === undefined ? undefined : !answer);

function every(questions: readonly (() => Answer)[]): Answer {
  let whole: Answer = true;
  for (const question of questions) {
    const answer = question();
    if (answer === false) return false;
    if (answer === undefined) whole = undefined;
  }
  return whole;
}

function some<One>(all: Iterable<One>, ask: (one: One) => Answer): Answer {
  let whole: Answer = false;
  for (const one of all) {
    const answer = ask(one);
    if (answer === true) return true;
    if (answer === undefined) whole = undefined;
  }
  return whole;
}

function* below(node: Node): Generator<Node> {
  const waiting = [...childrenOf(node)];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    yield one;
    for (const child of childrenOf(one)) waiting.push(child);
  }
}

function* above(node: Node, { parentOf }: Context): Generator<Node> {
  for (let one = parentOf(node); one !== undefined; one = parentOf(one)) yield one;
}

function valueIn<Of>(value: Value<Of>, { parameters }: Matching): Of {
  if (typeof value !== 'object' || value === null || !('parameter' in value)) return value as Of;
  const named: unknown = parameters[value.parameter];
  // A list is asked for wherever one text would do too; the reader of the definition has looked at the rest.
  return (typeof named === 'string' ? [named] : named) as Of;
}

function isNamed(node: Node, globs: readonly string[]): boolean {
  const name = nameOfNode(node)?.toLowerCase();
  return name !== undefined && globs.some((glob) => matchesGlob(glob.toLowerCase(), name));
}

function isInRange(value: number, { atLeast, atMost }: Range, now: Matching): boolean {
  if (atLeast !== undefined && value < valueIn(atLeast, now)) return false;
  return atMost === undefined || value <= valueIn(atMost, now);
}

function matchesField(node: Node, key: string, field: FieldPattern, now: Matching): Answer {
  const fields = fieldsOf(node);
  if (!Object.hasOwn(fields, key))
    throw new Error(`${node.kind} has no field ${key}; it has: ${namesOf(fields).join(', ')}`);
  const value = fields[key];
  if ('is' in field) return isThere(value) === (field.is === 'present');
  if ('oneOf' in field) return valueIn(field.oneOf, now).some((one) => isEqual(one, value));
  if ('number' in field) return typeof value === 'number' && isInRange(value, field.number, now);
  const nodes = Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [];
  if ('count' in field) return isInRange(nodes.length, field.count, now);
  if ('every' in field) return every(nodes.map((one) => () => matches(field.every, one, now)));
  return some(nodes, (one) => matches(field.some, one, now));
}

const namesOf = (fields: object): readonly string[] =>
  Object.keys(fields).filter((name) => name !== 'kind' && name !== 'start' && name !== 'end');

const isThere = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== false && value !== '';

function isEqual(wanted: string | number | boolean, value: unknown): boolean {
  const text = isNode(value) ? nameOfNode(value) : value;
  return typeof text === 'string' && typeof wanted === 'string'
    ? text.toLowerCase() === wanted.toLowerCase()
    : text === wanted;
}

function matchesTable(pattern: TablePattern, node: Node, now: Matching): Answer {
  const named = tableNamed(node);
  if (named === undefined) throw new Error(`${node.kind} names no table`);
  const table = now.context.schema.tableAt(named.schema, named.name);
  const { primaryKey, engine, column, columns, rows } = pattern;
  const known = (ask: (of: NonNullable<typeof table>) => boolean): Answer => (table ? ask(table) : undefined);
  const count = now.context.statisticsOf(named)?.rows;
  return every([
    () => primaryKey === undefined || known((of) => (primaryKeyOf(of) !== undefined) === (primaryKey === 'present')),
    () => engine === undefined || known((of) => isAnyOf(of.engine ?? 'InnoDB', valueIn(engine, now))),
    () => column === undefined || known((of) => of.columns.some(({ name }) => isAnyOf(name, valueIn(column, now)))),
    () => columns === undefined || known((of) => isInRange(of.columns.length, columns, now)),
    () => rows === undefined || (count === undefined ? undefined : isInRange(count, rows, now)),
  ]);
}

const isAnyOf = (name: string, globs: readonly string[]): boolean =>
  globs.some((glob) => matchesGlob(glob.toLowerCase(), name.toLowerCase()));
