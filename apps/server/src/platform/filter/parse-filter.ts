import { type Expression, filterLimits, type Operator, type Path, type Value } from './expression.ts';
import { filterFault } from './fault.ts';
import { readTokens, type Token } from './read-tokens.ts';

const comparisons: ReadonlySet<string> = new Set(['=', '!=', '<', '<=', '>', '>=', '~', '!~']);
const keywords: ReadonlySet<string> = new Set(['and', 'or', 'not', 'in', 'true', 'false', 'null']);

interface Reader {
  readonly tokens: readonly Token[];
  next: number;
  comparisons: number;
}

const peek = (reader: Reader): Token => reader.tokens[reader.next] ?? { kind: 'end', text: '', at: 0 };
const take = (reader: Reader): Token => {
  const token = peek(reader);
  reader.next++;
  return token;
};
const isWord = (token: Token, word: string): boolean => token.kind === 'name' && token.text.toLowerCase() === word;
const isSymbol = (token: Token, text: string): boolean => token.kind === 'symbol' && token.text === text;
const takeWord = (reader: Reader, word: string): boolean => isWord(peek(reader), word) && take(reader) !== undefined;
const takeSymbol = (reader: Reader, text: string): boolean =>
  isSymbol(peek(reader), text) && take(reader) !== undefined;
const shown = (token: Token) => (token.kind === 'end' ? { en: 'the end', zh: '结尾' } : `“${token.text}”`);

/**
 * `a = "x" and (b.c > 5 or not d in ("y", "z"))` → a tree. `not` binds closest, then `and`, then `or`.
 * @throws ProblemError FILTER_INVALID with position and next move
 */
export function parseFilter(text: string): Expression {
  const reader: Reader = { tokens: readTokens(text), next: 0, comparisons: 0 };
  if (peek(reader).kind === 'end')
    throw filterFault(
      1,
      { en: 'the filter is empty', zh: '过滤条件为空' },
      { en: 'Leave it out to see everything.', zh: '如需查看全部，请不传该参数。' },
    );
  const expression = readEither(reader, 0);
  const rest = peek(reader);
  if (rest.kind !== 'end')
    throw filterFault(
      rest.at,
      { en: '{found} was not expected after a whole condition', zh: '完整条件之后出现了多余的 {found}' },
      { en: 'Join conditions with and, or; close what is open.', zh: '请用 and、or 连接条件，并检查括号是否配对。' },
      { found: shown(rest) },
    );
  return expression;
}

function joined(reader: Reader, word: 'and' | 'or', read: () => Expression): Expression {
  const parts = [read()];
  while (takeWord(reader, word)) parts.push(read());
  const [only] = parts;
  return parts.length === 1 && only ? only : { kind: word, parts };
}

const readEither = (reader: Reader, depth: number): Expression =>
  joined(reader, 'or', () => joined(reader, 'and', () => readOne(reader, depth)));

function readOne(reader: Reader, depth: number): Expression {
  const { at } = peek(reader);
  if (depth > filterLimits.depth)
    throw filterFault(
      at,
      { en: 'conditions stand inside one another more than {most} times', zh: '条件嵌套超过 {most} 层' },
      { en: 'Write it flatter.', zh: '请减少嵌套。' },
      { most: filterLimits.depth },
    );
  if (takeWord(reader, 'not')) return { kind: 'not', inner: readOne(reader, depth + 1) };
  if (!takeSymbol(reader, '(')) return readComparison(reader);
  const inner = readEither(reader, depth + 1);
  const close = take(reader);
  if (!isSymbol(close, ')'))
    throw filterFault(
      close.at,
      {
        en: 'the parenthesis opened at {open} is not closed before {found}',
        zh: '第 {open} 个字符处的括号在 {found} 之前未关闭',
      },
      { en: 'Write ) here, or join with and, or.', zh: '请在此处写 )，或用 and、or 连接。' },
      { open: at, found: shown(close) },
    );
  return inner;
}

function readComparison(reader: Reader): Expression {
  if (++reader.comparisons > filterLimits.comparisons)
    throw filterFault(
      peek(reader).at,
      { en: 'a filter has at most {most} comparisons', zh: '过滤条件最多包含 {most} 个比较' },
      { en: 'Use in (…) for many values of one column.', zh: '同一列的多个取值请使用 in (…)。' },
      { most: filterLimits.comparisons },
    );
  const path = readPath(reader);
  const { at } = path;
  const sign = take(reader);
  if (isWord(sign, 'in')) return { kind: 'comparison', path, operator: 'in', values: readValues(reader), at };
  if (isWord(sign, 'not') && takeWord(reader, 'in'))
    return { kind: 'comparison', path, operator: 'not in', values: readValues(reader), at };
  if (sign.kind !== 'symbol' || !comparisons.has(sign.text))
    throw filterFault(
      sign.at,
      { en: 'after {path} a comparison was expected, not {found}', zh: '{path} 之后应为比较符，而不是 {found}' },
      {
        en: 'Write one of = != < <= > >= ~ (contains) !~ in (…), not in (…).',
        zh: '可用：= != < <= > >= ~（包含） !~ in (…)、not in (…)。',
      },
      { path: path.names.join('.'), found: shown(sign) },
    );
  return { kind: 'comparison', path, operator: sign.text as Operator, values: [readValue(reader)], at };
}

function readPath(reader: Reader): Path {
  const first = take(reader);
  if (first.kind !== 'name' || keywords.has(first.text.toLowerCase()))
    throw filterFault(
      first.at,
      { en: 'the name of a column was expected, not {found}', zh: '此处应为列名，而不是 {found}' },
      { en: 'A condition reads: column, comparison, value.', zh: '条件的写法：列名 比较符 值。' },
      { found: shown(first) },
    );
  const names = [first.text];
  while (takeSymbol(reader, '.')) {
    const part = take(reader);
    if (part.kind !== 'name' && part.kind !== 'text' && part.kind !== 'number')
      throw filterFault(
        part.at,
        { en: 'after the dot a name was expected, not {found}', zh: '点号之后应为名称，而不是 {found}' },
        { en: 'Finish the name, for example label.team.', zh: '请补全名称，例如 label.team。' },
        { found: shown(part) },
      );
    names.push(part.text);
  }
  return { names, at: first.at };
}

function readValues(reader: Reader): readonly Value[] {
  const open = take(reader);
  if (!isSymbol(open, '('))
    throw filterFault(
      open.at,
      { en: 'after in a list in parentheses was expected, not {found}', zh: 'in 之后应为括号内的列表，而不是 {found}' },
      { en: 'Write in ("a", "b").', zh: '请写成 in ("a", "b")。' },
      { found: shown(open) },
    );
  const values = [readValue(reader)];
  while (takeSymbol(reader, ',')) values.push(readValue(reader));
  const close = take(reader);
  if (!isSymbol(close, ')'))
    throw filterFault(
      close.at,
      { en: 'in a list a comma or ) was expected, not {found}', zh: '列表中应为逗号或 )，而不是 {found}' },
      { en: 'Separate values with commas and close with ).', zh: '请用逗号分隔各值，并以 ) 结束。' },
      { found: shown(close) },
    );
  if (values.length > filterLimits.values)
    throw filterFault(
      open.at,
      { en: 'a list has at most {most} values', zh: '列表最多 {most} 个值' },
      { en: 'Ask in several calls.', zh: '请分多次查询。' },
      { most: filterLimits.values },
    );
  return values;
}

const constants: ReadonlyMap<string, true | false | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

function readValue(reader: Reader): Value {
  const token = take(reader);
  const { at, text } = token;
  if (token.kind === 'text') return { value: text, at };
  if (token.kind === 'number') return { value: Number(text), at };
  const constant = token.kind === 'name' ? constants.get(text.toLowerCase()) : undefined;
  if (constant !== undefined) return { value: constant, at };
  if (token.kind === 'name' && !keywords.has(text.toLowerCase()))
    throw filterFault(
      at,
      { en: 'the text {text} stands without quotes', zh: '文本 {text} 未加引号' },
      { en: 'Write "{text}".', zh: '请写成 "{text}"。' },
      { text },
    );
  throw filterFault(
    at,
    { en: 'a value was expected, not {found}', zh: '此处应为值，而不是 {found}' },
    {
      en: 'Write a text in quotes, a number, true, false or null.',
      zh: '请写带引号的文本、数字、true、false 或 null。',
    },
    { found: shown(token) },
  );
}
