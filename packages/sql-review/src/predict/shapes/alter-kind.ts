import type { Flavour } from '@myriad/sql';
import { pickOne, quoted, type Random, type TableShape } from './table-shape.ts';

interface Given {
  readonly shape: TableShape;
  readonly flavour: Flavour;
  readonly random: Random;
}

/** One action of ALTER TABLE; `undefined` where the table has nothing to do it to. */
export type AlterKind = (given: Given) => string | undefined;

/** Picks a text whose columns are there: `{name}` in a text names one. */
export function oneOf(texts: readonly string[]): AlterKind {
  return ({ shape, random }) => {
    const usable = texts.filter((text) =>
      [...text.matchAll(/\{(\w+)\}/g)].every(([, name = '']) => shape.columns.has(name) || shape.keys.has(name)),
    );
    if (usable.length === 0) return undefined;
    return pickOne(usable, random).replaceAll(/\{(\w+)\}/g, (_, name: string) => quoted(name));
  };
}

export const onlyFor =
  (flavour: Flavour, kind: AlterKind): AlterKind =>
  (given) =>
    given.flavour === flavour ? kind(given) : undefined;
