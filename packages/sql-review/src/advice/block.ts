import type { Expression } from '@myriad/sql';
import type { ColumnModel, TableModel } from '../schema/table.ts';
import type { Words } from '../words.ts';

/** One table of a query block, as often as it stands there. */
export interface Relation {
  /** `undefined`: a derived table that cannot be merged, a function, or a table nobody told us about. */
  readonly table: TableModel | undefined;
  /** Columns the block reads of it, in lower case. */
  readonly needed: Set<string>;
  needsAll: boolean;
  /** What an outer join puts before it. */
  readonly after: Set<Relation>;
}

export interface Ref {
  readonly relation: Relation;
  readonly column: ColumnModel;
}

/** A condition that an index over its column, or its expression, could answer. */
export interface Condition {
  readonly relation: Relation;
  /** The column in lower case, or the expression as it is printed. */
  readonly key: string;
  /** Exactly one of `column` and `expression` is there. */
  readonly column: ColumnModel | undefined;
  readonly expression: Expression | undefined;
  readonly kind: 'equal' | 'in' | 'range';
  readonly isNull: boolean;
  /** Values of an IN list; 1 for others. */
  readonly values: number;
  readonly spread: 'half' | 'between' | 'prefix';
  /** What a range begins and ends with, where it is written out: `''` leaves that side open. */
  readonly bounds: readonly [from: string, to: string] | undefined;
  /** Tables of the block whose values it needs. */
  readonly needs: readonly Relation[];
  /** The other column of a join. */
  readonly partner: Ref | undefined;
}

/** Alternatives over one table: each branch is a list of conditions that hold together. */
export interface AnyOf {
  readonly relation: Relation;
  readonly branches: readonly (readonly Condition[])[];
}

export interface SortKey extends Ref {
  readonly isDescending: boolean;
}

/** A SELECT, or the search of an UPDATE or DELETE. Derived tables that the server merges are part of it. */
export interface Block {
  readonly relations: Relation[];
  readonly conditions: Condition[];
  readonly anyOf: AnyOf[];
  /** How many conditions no index answers, by table: they still throw rows away. */
  readonly filters: Map<Relation, number>;
  /** `undefined`: nothing an index could give. */
  order: readonly SortKey[] | undefined;
  group: readonly Ref[] | undefined;
  /** Something sorts, whether or not an index could. */
  sorts: boolean;
  isAggregated: boolean;
  /** Rows wanted, with the offset. */
  limit: number | undefined;
  isStraight: boolean;
  readonly changesRows: boolean;
  /** The block once for each of whose rows this one runs. */
  readonly parent: Block | undefined;
}

/** Why something in a statement cannot use an index, and what to write instead. Offsets as in the tree. */
export interface Remark {
  readonly start: number;
  readonly end: number;
  readonly words: Words;
}

export const newBlock = (parent: Block | undefined, changesRows: boolean): Block => ({
  relations: [],
  conditions: [],
  anyOf: [],
  filters: new Map(),
  order: undefined,
  group: undefined,
  sorts: false,
  isAggregated: false,
  limit: undefined,
  isStraight: false,
  changesRows,
  parent,
});

export const addFilter = ({ filters }: Block, relation: Relation): void => {
  filters.set(relation, (filters.get(relation) ?? 0) + 1);
};
