import type { Document, LineCounter } from 'yaml';
import type { Words } from '../words.ts';
import { PolicyFault } from './policy-fault.ts';

type Path = readonly (string | number)[];

/** What stands in a YAML text, nothing believed yet; every part knows its line. */
export interface YamlPart {
  readonly value: unknown;
  readonly line: number;
  /** Throws what is wrong here. */
  readonly fail: (en: string, zh: string) => never;
  /** The entries of a map; fails for anything else, and for a key that is not in `known`. */
  readonly entries: (known?: readonly string[]) => readonly (readonly [key: string, part: YamlPart])[];
  readonly items: () => readonly YamlPart[];
  readonly text: () => string;
  readonly number: (low: number, high: number) => number;
}

const mostCharacters = 500_000;

/**
 * Reads YAML 1.2: core schema, no own tags, few aliases. The library is loaded when there is something to read.
 * @throws PolicyFault
 */
export async function readYamlTree(text: string): Promise<YamlPart> {
  const { LineCounter, parseDocument } = await import('yaml');
  if (text.length > mostCharacters)
    throw new PolicyFault(1, {
      en: 'The file is larger than 500,000 characters.',
      zh: '文件超过 500,000 个字符。',
    });
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'core', customTags: [], lineCounter: lines, uniqueKeys: true });
  const [error] = document.errors;
  if (error) {
    const said = error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? '';
    throw new PolicyFault(lines.linePos(error.pos[0]).line, {
      en: `This is not YAML: ${said}.`,
      zh: `不是合法的 YAML：${said}。`,
    });
  }
  return partOf(document.toJS({ maxAliasCount: 50 }), [], (path) => lineOf(document, lines, path));
}

/** A value that came from elsewhere than a file, as JSON of the API. */
export const treeOfValue = (value: unknown): YamlPart => partOf(value, [], () => 1);

function lineOf(document: Document, lines: LineCounter, path: Path): number {
  const above = path.slice(0, -1);
  const last = path.at(-1);
  const parent = path.length === 0 ? undefined : above.length === 0 ? document.contents : document.getIn(above, true);
  const pair =
    typeof parent === 'object' && parent !== null && 'items' in parent && Array.isArray(parent.items)
      ? parent.items.find((item, at) => (typeof last === 'number' ? at === last : String(item?.key) === last))
      : undefined;
  const range = pair?.key?.range ?? pair?.range;
  if (Array.isArray(range) && typeof range[0] === 'number') return lines.linePos(range[0]).line;
  return path.length === 0 ? 1 : lineOf(document, lines, above);
}

/** An item of a list is told by its list: `suppressions 2`. */
function nameOf(path: Path): string {
  const last = path.at(-1);
  return typeof last === 'number' ? `${path.at(-2) ?? ''} ${last + 1}`.trim() : (last ?? '');
}

function partOf(value: unknown, path: Path, lineAt: (path: Path) => number): YamlPart {
  const child = (key: string | number, of: unknown) => partOf(of, [...path, key], lineAt);
  const name = nameOf(path);
  const fail = (en: string, zh: string): never => {
    throw new PolicyFault(lineAt(path), inPlace(name, { en, zh }));
  };
  return {
    value,
    get line() {
      return lineAt(path);
    },
    fail,
    entries: (known) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value))
        return fail('must be a map of names and values', '应为“名称: 值”的映射');
      return Object.entries(value).map(([key, of]) => {
        const part = child(key, of);
        if (known && !known.includes(key))
          part.fail(`is not known here; known: ${known.join(', ')}`, `在此处无法识别；可用的键：${known.join('、')}`);
        return [key, part] as const;
      });
    },
    items: () => (Array.isArray(value) ? value.map((of, at) => child(at, of)) : fail('must be a list', '应为列表')),
    text: () => (typeof value === 'string' && value.trim() !== '' ? value : fail('must be a text', '应为非空的文本')),
    number: (low, high) =>
      typeof value === 'number' && value >= low && value <= high
        ? value
        : fail(`must be a number from ${low} to ${high}`, `应为 ${low} 到 ${high} 的数字`),
  };
}

const inPlace = (name: string, { en, zh }: Words): Words =>
  name === '' ? { en: `The file ${en}.`, zh: `文件${zh}。` } : { en: `${name} ${en}.`, zh: `${name} ${zh}。` };
