/** A rule of one's own as the form holds it; `rest` is what the form has no field for, and keeps. */
export interface Draft {
  readonly id: string;
  readonly grade: 'X' | 'E' | 'W' | 'N';
  readonly en: string;
  readonly zh: string;
  readonly match: MatchDraft;
  readonly hit: readonly string[];
  readonly noHit: readonly string[];
  readonly schema: string;
  /** `tables = audit_*, log_*`, a line each. */
  readonly parameters: string;
  readonly rest: Readonly<Record<string, unknown>>;
}

export interface MatchDraft {
  /** Kinds, and globs of names; empty: any. */
  readonly kinds: readonly string[];
  readonly names: readonly string[];
  readonly within: readonly string[];
  readonly has: readonly string[];
  readonly fields: readonly FieldDraft[];
  readonly rest: Readonly<Record<string, unknown>>;
}

export interface FieldDraft {
  readonly field: string;
  readonly test: 'present' | 'absent' | 'oneOf' | 'atLeast' | 'atMost' | 'countAtLeast';
  readonly value: string;
}

export const emptyDraft: Draft = {
  ...{ id: '', grade: 'W', en: '', zh: '', schema: '', parameters: '', rest: {} },
  match: { kinds: [], names: [], within: [], has: [], fields: [], rest: {} },
  hit: ['', '', ''],
  noHit: ['', '', ''],
};

type Values = Readonly<Record<string, unknown>>;
const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const texts = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');
const one = (list: readonly string[]) => (list.length === 1 ? list[0] : list);

/** What the form sends; empty fields are left out, so that what is missing is said by its name. */
export function valuesOf(draft: Draft): Values {
  const { id, grade, en, zh, match, hit, noHit, schema, parameters, rest } = draft;
  const named = parametersOf(parameters);
  return {
    ...{ id, grade, words: { en, zh } },
    ...(Object.keys(named).length > 0 ? { parameters: named } : {}),
    ...rest,
    match: matchOf(match),
    ...(schema.trim() === '' ? {} : { schema }),
    hit: hit.filter((sql) => sql.trim() !== ''),
    noHit: noHit.filter((sql) => sql.trim() !== ''),
  };
}

function matchOf({ kinds, names, within, has, fields, rest }: MatchDraft): Values {
  return {
    ...(kinds.length > 0 ? { kind: one(kinds) } : {}),
    ...(names.length > 0 ? { name: one(names) } : {}),
    ...(fields.length > 0 ? { fields: Object.fromEntries(fields.map((field) => [field.field, testOf(field)])) } : {}),
    ...(within.length > 0 ? { within: { kind: one(within) } } : {}),
    ...(has.length > 0 ? { has: { kind: one(has) } } : {}),
    ...rest,
  };
}

function testOf({ test, value }: FieldDraft): unknown {
  if (test === 'present' || test === 'absent') return test;
  if (test === 'oneOf') return { oneOf: listOf(value).map(scalarOf) };
  if (test === 'countAtLeast') return { count: { atLeast: scalarOf(value) } };
  return { [test]: scalarOf(value) };
}

const listOf = (value: string): readonly string[] =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const scalarOf = (value: string): string | number | boolean => {
  if (value === 'true' || value === 'false') return value === 'true';
  return /^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : value;
};

const parametersOf = (lines: string): Values =>
  Object.fromEntries(
    lines.split('\n').flatMap((line) => {
      const at = line.indexOf('=');
      const [name, value] = [line.slice(0, at).trim(), line.slice(at + 1).trim()];
      if (at < 1 || name === '') return [];
      return [[name, value.includes(',') || value.includes('*') ? listOf(value) : scalarOf(value)]];
    }),
  );

/** The form for a rule that is there already. What it has no field for is kept beside. */
export function draftOf(values: Values): Draft {
  const { id, grade, words, match, hit, noHit, schema, parameters, ...rest } = values;
  const said = isValues(words) ? words : {};
  const filled = (cases: readonly string[]) => [...cases, '', '', ''].slice(0, Math.max(3, cases.length));
  const known = Object.entries(isValues(parameters) ? parameters : {});
  return {
    ...{ id: text(id), grade: grade === 'X' || grade === 'E' || grade === 'N' ? grade : 'W', rest },
    ...{ en: text(said.en), zh: text(said.zh), schema: text(schema), match: matchDraftOf(match) },
    parameters: known
      .map(
        ([name, value]) =>
          `${name} = ${Array.isArray(value) ? `${value.join(', ')}${value.length === 1 ? ',' : ''}` : value}`,
      )
      .join('\n'),
    ...{ hit: filled(texts(hit)), noHit: filled(texts(noHit)) },
  };
}

function matchDraftOf(match: unknown): MatchDraft {
  const { kind, name, within, has, fields, ...rest } = isValues(match) ? match : {};
  const kindsOnly = (value: unknown) =>
    isValues(value) && Object.keys(value).length === 1 && 'kind' in value ? texts(value.kind) : undefined;
  const [inside, holding] = [kindsOnly(within), kindsOnly(has)];
  const drafts = isValues(fields) ? Object.entries(fields).map(([field, value]) => fieldDraftOf(field, value)) : [];
  const isKnown = drafts.every((draft) => draft !== undefined);
  return {
    ...{ kinds: texts(kind), names: texts(name), within: inside ?? [], has: holding ?? [] },
    fields: isKnown ? drafts.filter((draft) => draft !== undefined) : [],
    rest: {
      ...rest,
      ...(within === undefined || inside ? {} : { within }),
      ...(has === undefined || holding ? {} : { has }),
      ...(fields === undefined || isKnown ? {} : { fields }),
    },
  };
}

function fieldDraftOf(field: string, value: unknown): FieldDraft | undefined {
  if (value === 'present' || value === 'absent') return { field, test: value, value: '' };
  if (!isValues(value)) return Array.isArray(value) ? oneOf(field, value) : oneOf(field, [value]);
  const [[key, of] = ['', undefined], ...more] = Object.entries(value);
  if (more.length > 0) return undefined;
  if (key === 'oneOf') return Array.isArray(of) ? oneOf(field, of) : undefined;
  if ((key === 'atLeast' || key === 'atMost') && !isValues(of)) return { field, test: key, value: String(of) };
  if (key !== 'count' || !isValues(of) || Object.keys(of).join() !== 'atLeast') return undefined;
  return { field, test: 'countAtLeast', value: String(of.atLeast) };
}

const oneOf = (field: string, values: readonly unknown[]): FieldDraft | undefined =>
  values.some((value) => typeof value === 'object' || String(value).includes(','))
    ? undefined
    : { field, test: 'oneOf', value: values.join(', ') };
