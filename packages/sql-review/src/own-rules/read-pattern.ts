import { nodeKinds } from '@myriad/sql';
import type { YamlPart } from '../policy/yaml-tree.ts';
import type { Declared, FieldPattern, Pattern, Range, TablePattern, Value } from './pattern.ts';

const patternKeys = ['kind', 'name', 'fields', 'has', 'within', 'not', 'any', 'all', 'table'] as const;
const fieldKeys = ['is', 'oneOf', 'atLeast', 'atMost', 'count', 'every'] as const;
const tableKeys = ['primaryKey', 'engine', 'column', 'columns', 'rows'] as const;
const mostDeep = 12;

type Mutable<Of> = { -readonly [Key in keyof Of]: Of[Key] };

/** A pattern as a definition writes it. `declared`: the parameters that `$name` may stand for. @throws PolicyFault */
export function readPattern(part: YamlPart, declared: Declared, deep = 0): Pattern {
  if (deep > mostDeep) part.fail(`is nested more than ${mostDeep} deep`, `嵌套超过 ${mostDeep} 层`);
  const pattern: Mutable<Pattern> = {};
  const below = (one: YamlPart) => readPattern(one, declared, deep + 1);
  const entries = part.entries(patternKeys);
  if (entries.length === 0) part.fail('says nothing', '内容为空');
  for (const [key, one] of entries) {
    if (key === 'kind') pattern.kinds = readKinds(one);
    else if (key === 'name') pattern.name = readTexts(one, declared);
    else if (key === 'fields')
      pattern.fields = Object.fromEntries(one.entries().map(([name, of]) => [name, readField(of, declared, below)]));
    else if (key === 'table') pattern.table = readTable(one, declared);
    else if (key === 'any' || key === 'all') pattern[key] = one.items().map(below);
    else if (key === 'has' || key === 'within' || key === 'not') pattern[key] = below(one);
  }
  return pattern;
}

function readKinds(part: YamlPart): readonly string[] {
  const parts = Array.isArray(part.value) ? part.items() : [part];
  return parts.map((one) => {
    const kind = one.text();
    if (kind !== 'statement' && !nodeKinds.includes(kind))
      one.fail(`is no kind of node: ${kind}`, `不是已知的节点类型：${kind}`);
    return kind;
  });
}

/** Globs: one, several, or `$parameter`. */
function readTexts(part: YamlPart, declared: Declared): Value<readonly string[]> {
  const parameter = readParameterName(part, declared, (of) => typeof of !== 'number');
  if (parameter) return parameter;
  return Array.isArray(part.value) ? part.items().map((one) => one.text()) : [part.text()];
}

function readParameterName(
  part: YamlPart,
  declared: Declared,
  isFit: (value: Declared[string]) => boolean,
): { readonly parameter: string } | undefined {
  if (typeof part.value !== 'string' || !part.value.startsWith('$')) return undefined;
  const parameter = part.value.slice(1);
  const value = Object.hasOwn(declared, parameter) ? declared[parameter] : undefined;
  if (value === undefined || !isFit(value))
    part.fail(`: there is no fitting parameter ${parameter}`, `：没有合适的参数 ${parameter}`);
  return { parameter };
}

function readField(part: YamlPart, declared: Declared, below: (part: YamlPart) => Pattern): FieldPattern {
  const { value } = part;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return value === 'present' || value === 'absent' ? { is: value } : { oneOf: readScalars(part, declared) };
  const keys = Object.keys(value);
  if (!keys.some((key) => fieldKeys.some((known) => known === key))) return { some: below(part) };
  const parts = new Map(part.entries(fieldKeys));
  const [is, oneOf, count, every] = [parts.get('is'), parts.get('oneOf'), parts.get('count'), parts.get('every')];
  if (keys.some((key) => key === 'atLeast' || key === 'atMost')) return { number: readRange(part, declared) };
  if (keys.length > 1) part.fail('says two things at once; join them with all', '同时给出了两个条件，请用 all 组合');
  if (oneOf) return { oneOf: readScalars(oneOf, declared) };
  if (count) return { count: readRange(count, declared) };
  if (every) return { every: below(every) };
  return is && (is.value === 'present' || is.value === 'absent')
    ? { is: is.value }
    : part.fail('must be present or absent', '应为 present 或 absent');
}

function readScalars(part: YamlPart, declared: Declared): Value<readonly (string | number | boolean)[]> {
  const parameter = readParameterName(part, declared, (of) => typeof of !== 'number');
  if (parameter) return parameter;
  return (Array.isArray(part.value) ? part.items() : [part]).map(({ value, fail }) =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? value
      : fail('must be a text, a number, true or false', '应为文本、数字、true 或 false'),
  );
}

function readRange(part: YamlPart, declared: Declared): Range {
  const range: Mutable<Range> = {};
  for (const [key, one] of part.entries(['atLeast', 'atMost'])) {
    const value = readParameterName(one, declared, (of) => typeof of === 'number') ?? one.number(0, 1e15);
    if (key === 'atLeast') range.atLeast = value;
    else range.atMost = value;
  }
  return range;
}

function readTable(part: YamlPart, declared: Declared): TablePattern {
  const table: Mutable<TablePattern> = {};
  for (const [key, one] of part.entries(tableKeys)) {
    if (key === 'primaryKey')
      table.primaryKey =
        one.value === 'present' || one.value === 'absent'
          ? one.value
          : one.fail('must be present or absent', '应为 present 或 absent');
    else if (key === 'engine' || key === 'column') table[key] = readTexts(one, declared);
    else if (key === 'columns' || key === 'rows') table[key] = readRange(one, declared);
  }
  return table;
}
