import { quoteArgument } from '../quote-argument.ts';

/**
 * Input fields as shell assignments, one variable a field: `in_port='3306'`. Everything stands in single quotes, so no value
 * is ever read as code. Booleans are `true`/`false`; null and absent fields are empty; arrays of plain values are joined by
 * newlines; objects are spread (`in_server_port`); arrays of objects are JSON text. `in_json` is the whole input.
 * Throws TypeError for a field name that is no shell name, a NUL byte, or a list item with a newline in it.
 */
export function shellFields(input: unknown): string {
  const lines: string[] = [];
  spread('in', input, lines);
  lines.push(assign('in_json', JSON.stringify(input ?? {})));
  return `${lines.join('\n')}\n`;
}

function spread(name: string, value: unknown, lines: string[]) {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    if (name === 'in') throw new TypeError('the input of a host action is an object');
    lines.push(assign(name, fieldText(name, value)));
    return;
  }
  for (const [key, item] of Object.entries(value)) {
    if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(key)) throw new TypeError(`${name}.${key} cannot name a shell variable`);
    spread(`${name}_${key}`, item, lines);
  }
}

const assign = (name: string, text: string): string => `${name}=${quoteArgument(text)}`;

function fieldText(name: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (!Array.isArray(value)) return String(value);
  if (value.some((item) => item !== null && typeof item === 'object')) return JSON.stringify(value);
  const items = value.map((item) => fieldText(name, item));
  if (items.some((item) => item.includes('\n'))) throw new TypeError(`an item of ${name} has a newline in it`);
  return items.join('\n');
}
