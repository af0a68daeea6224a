import type { Column, ValueType } from './collection.ts';
import type { Comparison, Literal, Value } from './expression.ts';
import { filterFault, listed } from './fault.ts';

const operatorsOf: Readonly<Record<ValueType, ReadonlySet<string>>> = {
  text: new Set(['=', '!=', '<', '<=', '>', '>=', '~', '!~', 'in', 'not in']),
  number: new Set(['=', '!=', '<', '<=', '>', '>=', 'in', 'not in']),
  time: new Set(['=', '!=', '<', '<=', '>', '>=', 'in', 'not in']),
  date: new Set(['=', '!=', '<', '<=', '>', '>=', 'in', 'not in']),
  boolean: new Set(['=', '!=', 'in', 'not in']),
  json: new Set(['=', '!=', '<', '<=', '>', '>=', '~', '!~', 'in', 'not in']),
};

/** The values of a comparison as the store compares them. @throws ProblemError FILTER_INVALID */
export function checkValues(comparison: Comparison, column: Column): readonly Literal[] {
  const { operator, values, at } = comparison;
  const path = comparison.path.names.join('.');
  if (!operatorsOf[column.type].has(operator))
    throw filterFault(
      at,
      { en: '{path} is a {type}: {operator} says nothing about it', zh: '{path} 的类型是 {type}，不支持 {operator}' },
      { en: 'Use one of: {operators}.', zh: '可用：{operators}。' },
      { path, type: column.type, operator, operators: listed([...operatorsOf[column.type]]) },
    );
  for (const { value, at: where } of values)
    if (value === null && operator !== '=' && operator !== '!=')
      throw filterFault(
        where,
        { en: 'null cannot be compared by {operator}', zh: 'null 不能用 {operator} 比较' },
        { en: 'Write {path} = null (nothing there) or != null.', zh: '请写 {path} = null（无值）或 != null。' },
        { operator, path },
      );
  return values.map((value) => (value.value === null ? null : checkValue(value, column, comparison)));
}

function checkValue({ value, at }: Value, column: Column, { path, operator }: Comparison): Literal {
  const name = path.names.join('.');
  const wrong = (wanted: string, example: string) =>
    filterFault(
      at,
      { en: '{name} is a {wanted}, and {value} is none', zh: '{name} 的类型是 {wanted}，而 {value} 不是' },
      { en: 'Write for example: {name} {operator} {example}', zh: '例如：{name} {operator} {example}' },
      { name, wanted, value: JSON.stringify(value), operator, example },
    );
  switch (column.type) {
    case 'number':
      if (typeof value !== 'number') throw wrong('number', '10');
      return value;
    case 'boolean':
      if (typeof value !== 'boolean') throw wrong('boolean', 'true');
      return value ? 1 : 0;
    case 'time': {
      const time = typeof value === 'number' ? value : readTime(value);
      if (time === undefined) throw wrong('time', '"2026-01-31T08:00:00Z"');
      return time;
    }
    case 'date':
      if (typeof value !== 'string' || !isDate(value)) throw wrong('date', '"2026-01-31"');
      return value;
    case 'json':
      if (typeof value === 'boolean' && !['=', '!=', 'in', 'not in'].includes(operator)) throw wrong('number', '10');
      return value;
    case 'text':
      if (typeof value !== 'string') throw wrong('text', `"${value}"`);
      if (column.choices && !['~', '!~'].includes(operator) && !column.choices.includes(value))
        throw filterFault(
          at,
          { en: '{name} is never "{value}"', zh: '{name} 不会是 "{value}"' },
          { en: 'It is one of: {choices}.', zh: '可取值：{choices}。' },
          { name, value, choices: listed(column.choices) },
        );
      return value;
  }
}

export const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;

/** ISO 8601; without a zone it is UTC. */
function readTime(text: Literal): number | undefined {
  if (
    typeof text !== 'string' ||
    !/^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?)?$/.test(text)
  )
    return undefined;
  const zoned = /(Z|[+-]\d{2}:\d{2})$/.test(text) && text.length > 10 ? text : `${text}${text.length > 10 ? 'Z' : ''}`;
  const time = Date.parse(zoned.replace(' ', 'T'));
  return Number.isNaN(time) ? undefined : time;
}
