import type { Answer, Dimension, describeInventory, Words } from '@myriad/contract';
import type { FilterColumn } from '../filter/complete-filter.ts';

export const dimensionNames = ['application', 'cluster', 'instance', 'host'] as const satisfies readonly Dimension[];

export type DimensionView = Answer<typeof describeInventory>['items'][number];
export type DimensionColumn = DimensionView['columns'][number];

/** A field of a list: which dimension it is of, and which of its columns; no column for labels and facts. */
export interface FieldOf {
  readonly dimension: Dimension;
  readonly column?: DimensionColumn;
  /** `label`, `fact`, `field`, where it is one. */
  readonly keyed?: string;
  /** The last name. */
  readonly name: string;
}

const namesOf = (path: string): string[] =>
  [...path.matchAll(/"((?:[^"\\]|\\.)*)"|[^.]+/g)].map(([found, inner]) => inner ?? found);

/** `cluster.application.level` → the application's column; labels and facts by their keys. */
export function fieldOf(path: string, start: Dimension, dimensions: readonly DimensionView[]): FieldOf {
  let here = start;
  const names = namesOf(path);
  for (const [at, name] of names.entries()) {
    const view = dimensions.find((each) => each.name === here);
    const rest = names.slice(at + 1).join('.');
    const column = view?.columns.find((each) => each.name === name || (rest !== '' && each.name === `${name}.${rest}`));
    if (column) return { dimension: here, column, name: column.name };
    if (rest !== '' && view?.keyed.some((each) => each.name === name))
      return { dimension: here, keyed: name, name: rest };
    const link = view?.links.find(({ to }) => to === name);
    if (link) here = link.to;
  }
  return { dimension: here, name: names.at(-1) ?? path };
}

/** Ids that make a row's names links, asked for besides the fields that are shown. */
export function idsBeside(dimension: Dimension, dimensions: readonly DimensionView[]): string[] {
  const view = dimensions.find(({ name }) => name === dimension);
  return (view?.links ?? []).flatMap(({ to, many }) => (many ? [] : [`${to}.id`]));
}

export const pageOf = (dimension: Dimension, id: string): string => `/${dimension}s/${id}`;

/** A column as the completion of the filter takes it. */
export const filterColumn = (column: DimensionColumn, pick: (words: Words) => string): FilterColumn => ({
  name: column.name,
  type: column.type,
  nullable: column.nullable,
  note: pick(column.words),
  ...(column.choices ? { choices: column.choices } : {}),
});
