import { type Fragments, readMapper } from './read-mapper.ts';
import type { XmlElement, XmlNode } from './read-xml.ts';
import { join, made, nothing, type Shape, type Trimming, trim, withParameters, withProperties } from './shape.ts';

export interface MappedStatement {
  /** Of a `<selectKey>`, that of its statement with `!selectKey`, as the library names it. */
  readonly id: string;
  /** Of its element in the file. */
  readonly start: number;
  /** Some of its shapes: at most `mostShapes`. */
  readonly shapes: readonly Shape[];
  /** How many it can take; more than were made where it has many branches. */
  readonly possible: number;
  /** A fragment it includes that is nowhere known. */
  readonly missing: string | undefined;
}

export const mostShapes = 32;
const mostBranches = 1000;

/**
 * The statements of a MyBatis mapper file in each shape its branches give; `undefined`: this is no mapper. What it includes
 * of other files is looked for in `others`.
 */
export function listMapped(text: string, others: Fragments = new Map()): readonly MappedStatement[] | undefined {
  const mapper = readMapper(text);
  if (mapper === undefined) return undefined;
  const own = new Map([...mapper.fragments].map(([id, element]) => [`${mapper.namespace}.${id}`, element]));
  const library: Library = { namespace: mapper.namespace, own, others };
  return mapper.statements.flatMap((element) => {
    const keys = element.children.filter((node): node is XmlElement => isElement(node, 'selectKey'));
    const id = element.attributes.id ?? '';
    return [...keys.map((key) => mapped(key, `${id}!selectKey`, library)), mapped(element, id, library)];
  });
}

const isElement = (node: XmlNode, name: string): boolean => node.kind === 'element' && node.name === name;

/** Fragments by namespace and id. */
interface Library {
  readonly namespace: string;
  readonly own: Fragments;
  readonly others: Fragments;
}

/** Decisions one shape is made by, in the order branches are met: which way each goes. */
interface Making {
  readonly decisions: readonly number[];
  /** Ways each met branch could have gone. */
  readonly met: number[];
  readonly library: Library;
  missing: string | undefined;
  /** SET of nothing: the library makes it, and no application asks for it. */
  setsNothing: boolean;
  deep: number;
}

function mapped(element: XmlElement, id: string, library: Library): MappedStatement {
  const shapes = new Map<string, Shape>();
  // First with all branches, then without any: there a WHERE may be gone.
  const waiting: (readonly number[])[] = [[], Array.from({ length: mostBranches }, () => mostBranches)];
  const seen = new Set<string>();
  let [missing, possible]: [string | undefined, number] = [undefined, 1];
  // Breadth first: then each branch turned by itself, then two of them …
  for (let tries = 0; waiting.length > 0 && tries < mostShapes * 4 && shapes.size < mostShapes; tries += 1) {
    const decisions = waiting.shift() ?? [];
    const making: Making = { decisions, met: [], library, missing: undefined, setsNothing: false, deep: 0 };
    const shape = join(element.children.map((node) => write(node, making, noScope)));
    missing ??= making.missing;
    possible = Math.max(
      possible,
      making.met.reduce((product, ways) => Math.min(product * ways, 1e9), 1),
    );
    if (!making.setsNothing) shapes.set(shape.sql.replace(/\s+/g, ' ').trim(), shape);
    for (const [at, ways] of making.met.entries())
      for (let way = 0; way < ways; way += 1) {
        const turned = making.met.map((_, one) => (one === at ? way : (decisions[one] ?? 0)));
        const key = turned.join();
        if (seen.has(key)) continue;
        seen.add(key);
        waiting.push(turned);
      }
  }
  // Where every way was gone, there are no more shapes than these.
  if (waiting.length === 0) possible = shapes.size;
  return { id, start: element.start, shapes: [...shapes.values()], possible: Math.max(possible, shapes.size), missing };
}

/** Which way a branch goes in this shape; the first way is the one where it says most. */
function decide(ways: number, making: Making): number {
  const way = making.decisions[making.met.length] ?? 0;
  making.met.push(ways);
  return Math.min(way, ways - 1);
}

/** What holds inside of an included fragment. */
interface Scope {
  readonly properties: ReadonlyMap<string, string>;
  /** Of the fragment, where it is of another namespace. */
  readonly namespace: string | undefined;
  /** Where in this file all of it is shown, when it stands in another. */
  readonly place: number | undefined;
}

const noScope: Scope = { properties: new Map(), namespace: undefined, place: undefined };

function write(node: XmlNode, making: Making, scope: Scope): Shape {
  if (node.kind === 'text') {
    const { text, places } = node;
    return withParameters(
      scope.place === undefined ? { sql: text, places } : made(text, scope.place),
      scope.properties,
    );
  }
  // The library joins what each element gives with a blank.
  if (making.deep > 50) return nothing;
  making.deep += 1;
  const shape = writeElement(node, making, scope);
  making.deep -= 1;
  const start = scope.place ?? node.start;
  return join([made(' ', start), shape, made(' ', start)]);
}

function writeElement(element: XmlElement, making: Making, scope: Scope): Shape {
  const { name, attributes, children } = element;
  const start = scope.place ?? element.start;
  const all = (nodes: readonly XmlNode[]) => join(nodes.map((node) => write(node, making, scope)));
  const inside = () => all(children);
  switch (name) {
    case 'if':
      return decide(2, making) === 0 ? inside() : nothing;
    case 'choose': {
      const ways = children.filter((one): one is XmlElement => one.kind === 'element');
      // Without <otherwise> none of them may hold.
      const count = ways.length + (ways.some((way) => way.name === 'otherwise') ? 0 : 1);
      const chosen = ways[decide(count, making)];
      return chosen ? all(chosen.children) : nothing;
    }
    case 'where':
      return trim(inside(), start, { prefix: 'WHERE', prefixOverrides: 'AND |OR |AND\n|OR\n|AND\r|OR\r|AND\t|OR\t' });
    case 'set':
      return trimSet(inside(), start, { prefix: 'SET', prefixOverrides: ',', suffixOverrides: ',' }, making);
    case 'trim':
      return isSet(attributes) ? trimSet(inside(), start, attributes, making) : trim(inside(), start, attributes);
    case 'foreach': {
      const { open = '', separator = '', close = '' } = attributes;
      return join([
        made(` ${open}`, start),
        inside(),
        made(`${separator} `, start),
        inside(),
        made(`${close} `, start),
      ]);
    }
    case 'include':
      return include(element, making, scope);
    case 'selectKey':
    case 'bind':
    case 'property':
      return nothing;
    default:
      return inside();
  }
}

const isSet = ({ prefix = '' }: Trimming): boolean => prefix.trim().toUpperCase() === 'SET';

function trimSet(shape: Shape, start: number, trimming: Trimming, making: Making): Shape {
  if (shape.sql.trim() === '') making.setsNothing = true;
  return trim(shape, start, trimming);
}

/** Properties of an include hold in the fragment, and in those it includes. */
function include({ attributes, children, start }: XmlElement, making: Making, scope: Scope): Shape {
  const refid = withProperties(attributes.refid ?? '', scope.properties);
  const found = findFragment(refid, making.library, scope);
  if (found === undefined) {
    making.missing ??= refid;
    return nothing;
  }
  const properties = new Map(scope.properties);
  for (const child of children)
    if (child.kind === 'element' && child.name === 'property' && child.attributes.name !== undefined)
      properties.set(child.attributes.name, withProperties(child.attributes.value ?? '', scope.properties));
  const place = scope.place ?? (found.isOwn ? undefined : start);
  const inner: Scope = { properties, namespace: found.namespace, place };
  return join(found.fragment.children.map((child) => write(child, making, inner)));
}

/** A name without a namespace is of this mapper, or of that of the fragment it stands in. */
function findFragment(refid: string, { namespace, own, others }: Library, scope: Scope) {
  const names = refid.includes('.') ? [refid] : [namespace, scope.namespace ?? namespace].map((of) => `${of}.${refid}`);
  for (const name of names) {
    const fragment = own.get(name) ?? others.get(name);
    const at = name.length - (refid.split('.').at(-1) ?? '').length - 1;
    if (fragment) return { fragment, isOwn: own.has(name), namespace: name.slice(0, at) };
  }
  return undefined;
}
