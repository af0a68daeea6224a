/**
 * Every node: what it is, and where. Offsets are UTF-16 positions in the text that was parsed, end exclusive.
 * All nodes of one kind are made with the same keys in the same order; an absent part is `undefined`, never a missing key.
 */
export interface Node {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

/** A name as written: `name` without quotes and escapes, in the case of the text. */
export interface Identifier {
  readonly kind: 'identifier';
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly quoted: boolean;
}

/** `table` or `schema.table`; also the name of a view, routine, event, trigger, sequence … */
export interface QualifiedName {
  readonly kind: 'qualified-name';
  readonly start: number;
  readonly end: number;
  readonly schema: Identifier | undefined;
  readonly name: Identifier;
}

/**
 * Words of the language whose order is their meaning, such as an option that carries nothing else:
 * `text` is in capitals with one space between words (`SQL SECURITY INVOKER`).
 */
export interface Phrase {
  readonly kind: 'phrase';
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** `NAME [=] value`: one setting of a statement. `name` is in capitals with one space between words. */
export interface Option<Value extends Node = Node> {
  readonly kind: 'option';
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly value: Value | undefined;
}

/** 'user'@'host', or `CURRENT_USER`, or a role's name. */
export interface Account {
  readonly kind: 'account';
  readonly start: number;
  readonly end: number;
  /** `undefined` for CURRENT_USER. */
  readonly user: string | undefined;
  /** As written; `undefined` when left out (the server takes %). */
  readonly host: string | undefined;
}
