import type { Node } from '../ast/node.ts';
import type { Dialect } from '../dialect.ts';
import { isReserved } from '../keywords/reserved.ts';

/** Prints any node; `undefined` prints as nothing. */
export interface Print {
  (node: Node | undefined): string;
  readonly dialect: Dialect;
}

/** How the nodes of one family are printed: one function for each kind, checked to be complete by the compiler. */
export type Printers<Nodes extends Node> = {
  readonly [Kind in Nodes['kind']]: (node: Extract<Nodes, { kind: Kind }>, print: Print) => string;
};

/** Parts that are there, with one space between them. */
export function words(...parts: readonly (string | undefined | false)[]): string {
  return parts.filter((part) => part !== undefined && part !== false && part !== '').join(' ');
}

/** `a, b, c` */
export function list(nodes: readonly Node[], print: Print, separator = ', '): string {
  return nodes.map((node) => print(node)).join(separator);
}

/** `WORDS a, b`, or nothing for no nodes. */
export function clause(start: string, nodes: readonly Node[], print: Print): string {
  return nodes.length === 0 ? '' : `${start} ${list(nodes, print)}`;
}

/** `(a, b)`, or nothing for no nodes. */
export function inBrackets(nodes: readonly Node[], print: Print): string {
  return nodes.length === 0 ? '' : `(${list(nodes, print)})`;
}

/** `WORDS node`, or nothing. */
export function after(start: string, node: Node | undefined, print: Print): string {
  return node === undefined ? '' : `${start} ${print(node)}`;
}

/** A name, in back quotes when it was so or has to be. */
export function printName(name: string, quoted: boolean, dialect: Dialect): string {
  // An alias may be empty, but only as a string.
  if (name === '') return "''";
  const plain = !quoted && /^[\w$\u0080-\uffff]+$/.test(name) && !isReserved(name, dialect);
  return plain ? name : `\`${name.replaceAll('`', '``')}\``;
}

const escapes: Readonly<Record<string, string>> = {
  '\0': '\\0',
  '\n': '\\n',
  '\r': '\\r',
  '\x1a': '\\Z',
  '\\': '\\\\',
};

/** A string literal with this value. */
export function printString(value: string, dialect: Dialect): string {
  const doubled = value.replaceAll("'", "''");
  if (dialect.sqlMode.noBackslashEscapes) return `'${doubled}'`;
  return `'${doubled.replaceAll(/[\p{Cc}\\]/gu, (letter) => escapes[letter] ?? letter)}'`;
}
