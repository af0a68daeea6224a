import type { Dialect, Expression } from '@myriad/sql';
import type { Block, Remark } from './block.ts';
import { refusalOf } from './comparable.ts';
import { refOf, relationsOf, type Scope } from './scope.ts';

/** An expression, and where its names are looked up. */
export type Side = readonly [Expression, Scope];

/** Adds that two expressions of different scopes are equal: each column of the block may be looked up by the other side. */
export function equate(block: Block, a: Side, b: Side, dialect: Dialect, remarks: Remark[]): void {
  for (const [own, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const ref = refOf(...own);
    if (!ref || !block.relations.includes(ref.relation)) continue;
    const needs = relationsOf(...other).filter((one) => block.relations.includes(one));
    if (needs.includes(ref.relation)) continue;
    const partner = refOf(...other);
    const refusal = refusalOf(ref, other[0], partner, dialect);
    if (refusal !== undefined) {
      const { start, end } = own[0];
      if (end > start) remarks.push({ start, end, words: refusal });
      continue;
    }
    const { relation, column } = ref;
    relation.needed.add(column.name.toLowerCase());
    const shape = {
      kind: 'equal',
      isNull: false,
      values: 1,
      spread: 'half',
      bounds: undefined,
      expression: undefined,
    } as const;
    block.conditions.push({ relation, key: column.name.toLowerCase(), column, ...shape, needs, partner });
  }
}
