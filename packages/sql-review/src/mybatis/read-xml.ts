/** A piece of text of an XML file, entities read; `places[i]` is where character i stands in the file. */
export interface XmlText {
  readonly kind: 'text';
  readonly text: string;
  readonly places: readonly number[];
}

export interface XmlElement {
  readonly kind: 'element';
  readonly name: string;
  readonly start: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

export type XmlNode = XmlText | XmlElement;

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/**
 * The elements of an XML file, without what is not SQL: declarations, comments, DOCTYPE. No entity is ever fetched or
 * defined. `undefined`: it is not well formed.
 */
export function readXml(text: string): XmlElement | undefined {
  const root: { children: XmlNode[] } = { children: [] };
  const open: { name: string; children: XmlNode[] }[] = [{ name: '', children: root.children }];
  let at = 0;
  while (at < text.length) {
    const above = open.at(-1);
    if (!above) return undefined;
    const next = text.indexOf('<', at);
    const end = next === -1 ? text.length : next;
    if (end > at) above.children.push(readText(text, at, end));
    if (next === -1) break;
    const skipped = skip(text, next);
    if (skipped !== undefined) {
      if (skipped < 0) return undefined;
      if (text.startsWith('<![CDATA[', next)) above.children.push(plain(text, next + 9, skipped - 3));
      at = skipped;
      continue;
    }
    const tag = readTag(text, next);
    if (!tag) return undefined;
    at = tag.end;
    if (tag.closes) {
      if (open.pop()?.name !== tag.name) return undefined;
      continue;
    }
    const children: XmlNode[] = [];
    above.children.push({ kind: 'element', name: tag.name, start: next, attributes: tag.attributes, children });
    if (!tag.isEmpty) open.push({ name: tag.name, children });
  }
  if (open.length !== 1) return undefined;
  return root.children.find((node): node is XmlElement => node.kind === 'element');
}

/** Where a comment, CDATA, declaration or DOCTYPE ends; -1: it does not; `undefined`: it is none. */
function skip(text: string, at: number): number | undefined {
  for (const [begin, end] of [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
    ['<?', '?>'],
    ['<!', '>'],
  ] as const) {
    if (!text.startsWith(begin, at)) continue;
    const found = text.indexOf(end, at + begin.length);
    return found === -1 ? -1 : found + end.length;
  }
  return undefined;
}

interface Tag {
  readonly name: string;
  readonly closes: boolean;
  readonly isEmpty: boolean;
  readonly attributes: Readonly<Record<string, string>>;
  readonly end: number;
}

function readTag(text: string, at: number): Tag | undefined {
  let end = at + 1;
  for (let quote = ''; end < text.length; end += 1) {
    const sign = text[end] ?? '';
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') break;
  }
  const found = /^<(\/?)([A-Za-z][\w.-]*)([\s\S]*?)(\/?)>$/.exec(text.slice(at, end + 1));
  if (!found) return undefined;
  const [, closes, name = '', given = '', isEmpty] = found;
  const attributes = [...given.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
    ([, key = '', double, single]) => [key, readText(double ?? single ?? '', 0, (double ?? single ?? '').length).text],
  );
  return {
    name,
    closes: closes === '/',
    isEmpty: isEmpty === '/',
    attributes: Object.fromEntries(attributes),
    end: end + 1,
  };
}

const plain = (text: string, from: number, to: number): XmlText => ({
  kind: 'text',
  text: text.slice(from, to),
  places: Array.from({ length: to - from }, (_, at) => from + at),
});

function readText(text: string, from: number, to: number): XmlText {
  let read = '';
  const places: number[] = [];
  for (let at = from; at < to; ) {
    const found = text[at] === '&' ? /^&(?:(\w+)|#(\d{1,7})|#x([\da-fA-F]{1,6}));/.exec(text.slice(at, at + 12)) : null;
    const [whole = text[at] ?? '', name, decimal, hexadecimal] = found ?? [];
    const code = decimal ? Number(decimal) : hexadecimal ? Number.parseInt(hexadecimal, 16) : undefined;
    const said =
      code !== undefined && code <= 0x10ffff ? String.fromCodePoint(code) : name ? (entities[name] ?? whole) : whole;
    for (let unit = 0; unit < said.length; unit += 1) places.push(at);
    read += said;
    at += whole.length;
  }
  return { kind: 'text', text: read, places };
}
