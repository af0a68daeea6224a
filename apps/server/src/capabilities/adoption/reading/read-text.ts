import type { Words } from '@myriad/contract';
import { parse, YAMLParseError } from 'yaml';
import { readCsv } from './read-csv.ts';

export type TextFormat = 'auto' | 'list' | 'csv' | 'yaml';

/** A row as it was pasted, nothing believed yet. `at` names the place for people: `line 3`, `servers[2]`. */
export interface RawServer {
  readonly at: Words;
  readonly fields: Readonly<Record<string, unknown>>;
}

export type ReadText =
  | { readonly ok: true; readonly rows: readonly RawServer[] }
  | { readonly ok: false; readonly words: Words };

const fail = (en: string, zh: string): ReadText => ({ ok: false, words: { en, zh } });
const line = (number: number): Words => ({ en: `line ${number}`, zh: `第 ${number} 行` });

/** What was pasted, as rows of fields. A list is `host`, `host:port` or `name=host:port` a line; `#` begins a remark. */
export function readText(text: string, format: TextFormat): ReadText {
  const chosen = format === 'auto' ? guess(text) : format;
  if (chosen === 'yaml') return fromYaml(text);
  return chosen === 'csv' ? fromCsv(text) : fromList(text);
}

/** By its first line that says something. */
function guess(text: string): Exclude<TextFormat, 'auto'> {
  const first =
    text
      .split('\n')
      .find((one) => one.trim() !== '' && !one.trim().startsWith('#'))
      ?.trim() ?? '';
  if (/^(---|\[|\{|- |servers\s*:)/.test(first)) return 'yaml';
  return /^"?host"?\s*[,;\t]|[,;\t]\s*"?host"?\s*([,;\t]|$)/i.test(first) ? 'csv' : 'list';
}

function fromList(text: string): ReadText {
  const rows = text.split(/\r?\n/).flatMap((written, at): readonly RawServer[] => {
    const [before = ''] = written.split('#');
    return before
      .split(/[\s,;]+/)
      .filter(Boolean)
      .map((entry) => ({ at: line(at + 1), fields: fieldsOf(entry) }));
  });
  return { ok: true, rows };
}

/** `[2001:db8::1]:3306`, `2001:db8::1`, `db-1:3307`, `orders=db-1:3307`. */
function fieldsOf(entry: string): Record<string, unknown> {
  const [, name, rest = entry] = /^([^=:[\]]+)=(.*)$/.exec(entry) ?? [];
  const named = name === undefined ? {} : { name };
  const [, bracketed, bracketPort] = /^\[([^\]]*)\](?::(.*))?$/.exec(rest) ?? [];
  if (bracketed !== undefined)
    return { ...named, host: bracketed, ...(bracketPort === undefined ? {} : { port: bracketPort }) };
  const colons = rest.split(':');
  if (colons.length !== 2) return { ...named, host: rest };
  return { ...named, host: colons[0], port: colons[1] };
}

function fromCsv(text: string): ReadText {
  const table = readCsv(text);
  if (!table.ok)
    return fail(`the CSV has a quote that never ends, in line ${table.line}`, `CSV 第 ${table.line} 行的引号没有结束`);
  const [head, ...rows] = table.rows;
  const names = head?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  if (!names.includes('host')) return fail('the CSV’s first line has no column “host”', 'CSV 首行没有“host”列');
  return {
    ok: true,
    rows: rows.map(({ cells, line: number }) => ({
      at: line(number),
      fields: Object.fromEntries(names.flatMap((name, at) => (cells[at] ? [[name, cells[at]]] : []))),
    })),
  };
}

function fromYaml(text: string): ReadText {
  let value: unknown;
  try {
    value = parse(text, { schema: 'core', maxAliasCount: 20, logLevel: 'silent', prettyErrors: true });
  } catch (error) {
    const at = error instanceof YAMLParseError ? error.linePos?.[0].line : undefined;
    // What the parser says may repeat a line, and a line may hold a password.
    return at === undefined
      ? fail('the YAML cannot be read', 'YAML 无法解析')
      : fail(`the YAML cannot be read: look at line ${at}`, `YAML 无法解析：请检查第 ${at} 行`);
  }
  const list = isObject(value) && 'servers' in value ? value.servers : value;
  if (!Array.isArray(list)) return fail('the YAML has no list of servers', 'YAML 中没有服务器列表');
  return {
    ok: true,
    rows: list.map((entry: unknown, index) => ({
      at: { en: `entry ${index + 1}`, zh: `第 ${index + 1} 项` },
      fields: typeof entry === 'string' ? fieldsOf(entry) : isObject(entry) ? entry : { host: entry },
    })),
  };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
