import { substitutedText } from '../tree/substituted.ts';
import { readXml, type XmlElement, type XmlNode } from './read-xml.ts';

/** SQL of one shape of a mapped statement; `places[i]` is where character i of it stands in the file. */
export interface Shape {
  readonly sql: string;
  readonly places: readonly number[];
}

export interface MappedStatement {
  readonly id: string;
  /** Of its element in the file. */
  readonly start: number;
  /** Some of its shapes: at most `mostShapes`. */
  readonly shapes: readonly Shape[];
  /** How many it can take; more than were made where it has many branches. */
  readonly possible: number;
  /** A fragment it includes that is not in this file. */
  readonly missing: string | undefined;
}

export const mostShapes = 32;
const mostBranches = 1000;

/** The statements of a MyBatis mapper file in each shape its branches give; `undefined`: this is no mapper. */
export function listMapped(text: string): readonly MappedStatement[] | undefined {
  const root = readXml(text);
  if (root?.name !== 'mapper') return undefined;
  const elements = root.children.filter((node): node is XmlElement => node.kind === 'element');
  const fragments = new Map(elements.filter(({ name }) => name === 'sql').map((one) => [one.attributes.id ?? '', one]));
  return elements
    .filter(({ name }) => ['select', 'insert', 'update', 'delete'].includes(name))
    .map((element) => mapped(element, fragments));
}

/** Decisions one shape is made by, in the order branches are met: which way each goes. */
interface Making {
  readonly decisions: readonly number[];
  /** Ways each met branch could have gone. */
  readonly met: number[];
  readonly fragments: ReadonlyMap<string, XmlElement>;
  missing: string | undefined;
  /** SET of nothing: the library makes it, and no application asks for it. */
  setsNothing: boolean;
  deep: number;
}

function mapped(element: XmlElement, fragments: ReadonlyMap<string, XmlElement>): MappedStatement {
  const shapes = new Map<string, Shape>();
  // First with all branches, then without any: there a WHERE may be gone.
  const waiting: (readonly number[])[] = [[], Array.from({ length: mostBranches }, () => mostBranches)];
  const seen = new Set<string>();
  let [missing, possible]: [string | undefined, number] = [undefined, 1];
  // Breadth first: then each branch turned by itself, then two of them …
  for (let tries = 0; waiting.length > 0 && tries < mostShapes * 4 && shapes.size < mostShapes; tries += 1) {
    const decisions = waiting.shift() ?? [];
    const making: Making = { decisions, met: [], fragments, missing: undefined, setsNothing: false, deep: 0 };
    const shape = join(element.children.map((node) => write(node, making)));
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
  const id = element.attributes.id ?? '';
  // Where every way was gone, there are no more shapes than these.
  if (waiting.length === 0) possible = shapes.size;
  return { id, start: element.start, shapes: [...shapes.values()], possible: Math.max(possible, shapes.size), missing };
}

const nothing: Shape = { sql: '', places: [] };
const join = (parts: readonly Shape[]): Shape => ({
  sql: parts.map(({ sql }) => sql).join(''),
  places: parts.flatMap(({ places }) => places),
});
const made = (sql: string, place: number): Shape => ({ sql, places: Array.from(sql, () => place) });

/** Which way a branch goes in this shape; the first way is the one where it says most. */
function decide(ways: number, making: Making): number {
  const way = making.decisions[making.met.length] ?? 0;
  making.met.push(ways);
  return Math.min(way, ways - 1);
}

function write(node: XmlNode, making: Making): Shape {
  if (node.kind === 'text') return withParameters(node.text, node.places);
  // The library joins what each element gives with a blank.
  if (making.deep > 50) return nothing;
  making.deep += 1;
  const shape = writeElement(node, making);
  making.deep -= 1;
  return join([made(' ', node.start), shape, made(' ', node.start)]);
}

function writeElement({ name, attributes, children, start }: XmlElement, making: Making): Shape {
  const inside = () => join(children.map((child) => write(child, making)));
  switch (name) {
    case 'if':
      return decide(2, making) === 0 ? inside() : nothing;
    case 'choose': {
      const ways = children.filter((one): one is XmlElement => one.kind === 'element');
      // Without <otherwise> none of them may hold.
      const count = ways.length + (ways.some((one) => one.name === 'otherwise') ? 0 : 1);
      const chosen = ways[decide(count, making)];
      return chosen ? join(chosen.children.map((child) => write(child, making))) : nothing;
    }
    case 'where':
      return trim(inside(), start, { prefix: 'WHERE', prefixOverrides: 'AND |OR ' });
    case 'set':
      return trimSet(inside(), start, { prefix: 'SET', suffixOverrides: ',' }, making);
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
    case 'include': {
      const id = (attributes.refid ?? '').split('.').at(-1) ?? '';
      const fragment = making.fragments.get(id);
      if (!fragment) making.missing = attributes.refid ?? '';
      return fragment ? join(fragment.children.map((child) => write(child, making))) : nothing;
    }
    case 'selectKey':
    case 'bind':
      return nothing;
    default:
      return inside();
  }
}

/** `#{…}` is a parameter; what `${…}` will be nobody knows here: a name stands for it, which a rule looks for. */
function withParameters(text: string, places: readonly number[]): Shape {
  let [sql, from]: [string, number] = ['', 0];
  const at: number[] = [];
  for (const { 0: whole, 1: sign, index } of text.matchAll(/([#$])\{[^}]*\}/g)) {
    const said = sign === '#' ? '?' : substitutedText;
    sql += text.slice(from, index) + said;
    at.push(...places.slice(from, index), ...Array.from(said, () => places[index] ?? 0));
    from = index + whole.length;
  }
  return { sql: sql + text.slice(from), places: [...at, ...places.slice(from)] };
}

interface Trimming {
  readonly prefix?: string;
  readonly suffix?: string;
  readonly prefixOverrides?: string;
  readonly suffixOverrides?: string;
}

const isSet = ({ prefix = '' }: Trimming): boolean => prefix.trim().toUpperCase() === 'SET';

function trimSet(shape: Shape, start: number, trimming: Trimming, making: Making): Shape {
  if (shape.sql.trim() === '') making.setsNothing = true;
  return trim(shape, start, trimming);
}

function trim(shape: Shape, start: number, { prefix = '', suffix = '', ...overrides }: Trimming): Shape {
  let from = shape.sql.length - shape.sql.trimStart().length;
  let to = shape.sql.trimEnd().length;
  if (from >= to) return nothing;
  const list = (words = '') => words.toUpperCase().split('|').filter(Boolean);
  const whole = shape.sql.toUpperCase();
  const first = list(overrides.prefixOverrides).find((word) => whole.startsWith(word, from));
  if (first) from += first.length;
  const last = list(overrides.suffixOverrides).find((word) => whole.slice(from, to).endsWith(word.trimEnd()));
  if (last) to -= last.trimEnd().length;
  const kept = { sql: shape.sql.slice(from, to), places: shape.places.slice(from, to) };
  return join([made(` ${prefix} `, start), kept, made(` ${suffix} `, start)]);
}
