import { filterLimits } from './expression.ts';
import { filterFault } from './fault.ts';

export interface Token {
  readonly kind: 'name' | 'text' | 'number' | 'symbol' | 'end';
  /** As written; of a text: what stands between the quotes, escapes resolved. */
  readonly text: string;
  /** Position of its first character, from 1. */
  readonly at: number;
}

const space = /\s+/y;
const name = /[\p{L}_][\p{L}\p{N}_-]*/uy;
const number = /-?\d+(?:\.\d+)?/y;
const symbol = /!=|!~|<=|>=|[=<>~().,-]/y;
const symbols = '= != < > <= >= ~ !~ ( ) , .';
const wide: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '（': '(',
  '）': ')',
  '，': ',',
  '＝': '=',
  '＞': '>',
  '＜': '<',
  '。': '.',
};

const match = (pattern: RegExp, text: string, from: number): string | undefined => {
  pattern.lastIndex = from;
  return pattern.exec(text)?.[0];
};

/** Cuts a filter into words and signs; the last is `end`. */
export function readTokens(text: string): readonly Token[] {
  if (text.length > filterLimits.characters)
    throw filterFault(
      filterLimits.characters + 1,
      { en: 'a filter has at most {most} characters', zh: '过滤条件最多 {most} 个字符' },
      { en: 'Say it shorter, or ask twice.', zh: '请缩短条件，或分两次查询。' },
      { most: filterLimits.characters },
    );
  const tokens: Token[] = [];
  let from = 0;
  while (from < text.length) {
    const skipped = match(space, text, from);
    if (skipped) {
      from += skipped.length;
      continue;
    }
    const at = from + 1;
    const sign = text[from] ?? '';
    if (sign === '"' || sign === "'") {
      const { value, end } = readText(text, from, sign);
      tokens.push({ kind: 'text', text: value, at });
      from = end;
      continue;
    }
    const found = readPlain(text, from);
    tokens.push({ ...found, at });
    from += found.text.length;
  }
  return [...tokens, { kind: 'end', text: '', at: text.length + 1 }];
}

function readPlain(text: string, from: number): Pick<Token, 'kind' | 'text'> {
  for (const [kind, pattern] of [
    ['number', number],
    ['name', name],
    ['symbol', symbol],
  ] as const) {
    const found = match(pattern, text, from);
    if (found) return { kind, text: found };
  }
  const sign = String.fromCodePoint(text.codePointAt(from) ?? 0);
  const half = wide[sign];
  if (half)
    throw filterFault(
      from + 1,
      { en: '“{sign}” is a full-width sign', zh: '“{sign}”是全角符号' },
      { en: 'Write the half-width {half} instead.', zh: '请改用半角 {half}。' },
      { sign, half },
    );
  throw filterFault(
    from + 1,
    { en: '“{sign}” has no meaning here', zh: '“{sign}”在此处没有含义' },
    { en: 'Signs there are: {symbols}; text stands in quotes.', zh: '可用符号：{symbols}；文本须加引号。' },
    { sign, symbols },
  );
}

function readText(text: string, from: number, quote: string): { value: string; end: number } {
  let value = '';
  for (let at = from + 1; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (sign === quote) return { value, end: at + 1 };
    if (sign === '\\') at++;
    value += sign === '\\' ? (text[at] ?? '') : sign;
  }
  throw filterFault(
    from + 1,
    { en: 'this text has no closing quote', zh: '此处文本缺少右引号' },
    {
      en: 'Close it with {quote}; a quote inside is written \\{quote}.',
      zh: '请以 {quote} 结束；文本内的引号写作 \\{quote}。',
    },
    { quote },
  );
}
