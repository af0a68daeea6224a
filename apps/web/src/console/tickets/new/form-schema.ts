/** The parts of JSON Schema 2020-12 that the forms of tickets use. */
export interface FormSchema {
  readonly type?: string | readonly string[];
  readonly title?: string;
  readonly description?: string;
  readonly words?: { readonly en: string; readonly zh: string };
  readonly hint?: { readonly en: string; readonly zh: string };
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly items?: FormSchema;
  readonly properties?: Readonly<Record<string, FormSchema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly FormSchema[];
  readonly oneOf?: readonly FormSchema[];
}

export type FieldKind = 'text' | 'longText' | 'number' | 'boolean' | 'choice' | 'list' | 'group' | 'json';

/** Of `anyOf` / `oneOf`, the only branch that is not null; a set of constants becomes a choice. */
export function simplify(schema: FormSchema): FormSchema {
  const branches = schema.anyOf ?? schema.oneOf;
  if (!branches) return schema;
  const real = branches.filter(({ type }) => type !== 'null');
  const only = real[0];
  if (real.length === 1 && only) return { ...schema, ...only };
  if (real.every((branch) => branch.const !== undefined))
    return { ...schema, enum: real.map((branch) => branch.const) };
  return schema;
}

/** How a field is asked for. What no control fits is asked for as JSON, never left out. */
export function fieldKindOf(given: FormSchema): FieldKind {
  const schema = simplify(given);
  const type = Array.isArray(schema.type) ? schema.type.find((each) => each !== 'null') : schema.type;
  if (schema.enum) return 'choice';
  if (type === 'boolean') return 'boolean';
  if (type === 'integer' || type === 'number') return 'number';
  if (type === 'string') return (schema.maxLength ?? 0) > 200 ? 'longText' : 'text';
  if (type === 'array' && schema.items && ['text', 'longText', 'choice'].includes(fieldKindOf(schema.items)))
    return 'list';
  if (type === 'object' && schema.properties) return 'group';
  return 'json';
}

/** The form as it stands before anybody touches it: every default the schema gives. */
export function defaultsOf(schema: FormSchema): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, given] of Object.entries(schema.properties ?? {})) {
    const field = simplify(given);
    if (field.const !== undefined) values[name] = field.const;
    else if (fieldKindOf(field) === 'group') values[name] = { ...defaultsOf(field), ...(field.default as object) };
    else if (field.default !== undefined) values[name] = field.default;
  }
  return values;
}

/** What stands in the address fills the fields of the same name; the rest of the address is ignored. */
export function prefillFrom(search: URLSearchParams, schema: FormSchema): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, given] of Object.entries(schema.properties ?? {})) {
    const text = search.getAll(name);
    const first = text[0];
    if (first === undefined) continue;
    const kind = fieldKindOf(given);
    if (kind === 'list') values[name] = text;
    else if (kind === 'number') values[name] = Number(first);
    else if (kind === 'boolean') values[name] = first === 'true';
    else if (kind === 'text' || kind === 'longText' || kind === 'choice') values[name] = first;
  }
  return values;
}

/** Leaves out what was not filled in: an empty field is an absent one, so that the platform's default holds. */
export function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined && item !== null && item !== '')
      .map(([name, item]) => [name, withoutEmpty(item)]),
  );
}
