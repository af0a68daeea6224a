import { substitutedText } from '../tree/substituted.ts';

/** SQL of one shape of a mapped statement; `places[i]` is where character i of it stands in the file. */
export interface Shape {
  readonly sql: string;
  readonly places: readonly number[];
}

export const nothing: Shape = { sql: '', places: [] };

export const join = (parts: readonly Shape[]): Shape => ({
  sql: parts.map(({ sql }) => sql).join(''),
  places: parts.flatMap(({ places }) => places),
});

/** What stands in no file, or in another one: all of it is at one place. */
export const made = (sql: string, place: number): Shape => ({
  sql,
  places: Array.from({ length: sql.length }, () => place),
});

/** `${name}` where the value is known; anything else stays. */
export const withProperties = (text: string, properties: ReadonlyMap<string, string>): string =>
  text.replace(/\$\{\s*([\w.]+)\s*\}/g, (whole, name: string) => properties.get(name) ?? whole);

/** `#{…}` is a parameter; what `${…}` will be is known of properties only: a name stands for any other, which a rule looks for. */
export function withParameters({ sql: text, places }: Shape, properties: ReadonlyMap<string, string>): Shape {
  let [sql, from]: [string, number] = ['', 0];
  const at: number[] = [];
  for (const { 0: whole, 1: sign, 2: name = '', index } of text.matchAll(/([#$])\{([^}]*)\}/g)) {
    const said = sign === '#' ? '?' : (properties.get(name.trim()) ?? substitutedText);
    sql += text.slice(from, index) + said;
    at.push(...places.slice(from, index), ...Array.from({ length: said.length }, () => places[index] ?? 0));
    from = index + whole.length;
  }
  return { sql: sql + text.slice(from), places: [...at, ...places.slice(from)] };
}

export interface Trimming {
  readonly prefix?: string;
  readonly suffix?: string;
  readonly prefixOverrides?: string;
  readonly suffixOverrides?: string;
}

/** What TRIM, WHERE and SET do to what stands in them. */
export function trim(shape: Shape, start: number, { prefix = '', suffix = '', ...overrides }: Trimming): Shape {
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
