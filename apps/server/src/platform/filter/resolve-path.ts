import type { Catalogue, Collection, Column, Step } from './collection.ts';
import type { Path } from './expression.ts';
import { filterFault, listed, nearest } from './fault.ts';

/** A path led to its column: over these steps from the row one starts with. */
export interface Resolved {
  readonly name: string;
  readonly steps: readonly Step[];
  readonly column: Column;
  /** One row may lead to several values. */
  readonly many: boolean;
}

/** @throws ProblemError FILTER_INVALID naming what there is */
export function resolvePath(path: Path, start: Collection, catalogue: Catalogue): Resolved {
  const name = path.names.join('.');
  const steps: Step[] = [];
  let many = false;
  let here = start;
  const [...names] = path.names;
  if (names.length > 1 && names[0] === start.name) names.shift();
  for (let at = 0; at < names.length; at++) {
    const part = names[at] ?? '';
    const last = at === names.length - 1;
    const column = here.columns.find((each) => each.name === part);
    if (last && column) return { name, steps, column, many };
    // Names are what people write: `constructor` is none of ours.
    const keyed = here.keyed && Object.hasOwn(here.keyed, part) ? here.keyed[part] : undefined;
    if (keyed && !last) {
      const opened = keyed.open(names.slice(at + 1).join('.'), path.at);
      return { name, steps: [...steps, opened.step], column: opened.column, many };
    }
    const link = here.links?.find((each) => each.to === part);
    const next = link && catalogue[link.to];
    if (!link || !next || last)
      throw noSuch(part, path.at, here, { isLink: link !== undefined, isKeyed: !!keyed, column });
    steps.push(...link.steps);
    many ||= link.many;
    here = next;
  }
  throw noSuch(name, path.at, here, { isLink: false, isKeyed: false });
}

function noSuch(
  part: string,
  at: number,
  { name, columns, links = [], keyed = {} }: Collection,
  found: { readonly isLink: boolean; readonly isKeyed: boolean; readonly column?: Column | undefined },
) {
  const names = [...columns.map((column) => column.name), ...links.map(({ to }) => `${to}.…`)];
  const all = [...names, ...Object.keys(keyed).map((each) => `${each}.…`)];
  if (found.isLink || found.isKeyed)
    return filterFault(
      at,
      { en: '{part} is no value by itself', zh: '{part} 本身不是一个值' },
      { en: 'Add a name after it: {part}.name', zh: '请在其后补上名称，例如 {part}.name' },
      { part },
    );
  if (found.column)
    return filterFault(
      at,
      { en: '{part} is a value and leads nowhere', zh: '{part} 是一个值，不能再向下取' },
      { en: 'End the name there.', zh: '请在此结束名称。' },
      { part },
    );
  const meant = nearest(part, [
    ...columns.map((column) => column.name),
    ...links.map(({ to }) => to),
    ...Object.keys(keyed),
  ]);
  return filterFault(
    at,
    { en: '{name} has no column {part}', zh: '{name} 没有名为 {part} 的列' },
    meant === undefined
      ? { en: 'It has: {all}.', zh: '可用：{all}。' }
      : { en: 'Did you mean {meant}? It has: {all}.', zh: '是否想写 {meant}？可用：{all}。' },
    { name, part, all: listed(all), ...(meant === undefined ? {} : { meant }) },
  );
}
