import {
  type Dialect,
  type DialectName,
  dialectNames,
  dialects,
  isClientCommand,
  parseStatement,
  type Unknown,
} from '@myriad/sql';
import { fullwidthSignIn } from './tree/fullwidth.ts';
import type { Words } from './words.ts';

/** What the parser wanted, as it says so. What is not here stays English, as the words of the language do. */
const wanted: Readonly<Record<string, string>> = {
  'a statement': '语句', 'the end of the statement': '语句结束', 'the end': '语句末尾', 'an expression': '表达式', 'a name': '名称',
  'a table': '表', 'a column': '列', 'an alias': '别名', 'a type': '数据类型', 'a number': '数字', 'a whole number': '整数',
  'a string': '字符串', 'a user variable': '用户变量', 'a variable': '变量', 'a condition': '条件', 'a database': '库名', 'a schema': '库名',
  'an index': '索引', 'a view': '视图', 'a trigger': '触发器', 'an event': '事件', 'a procedure': '存储过程', 'a routine': '存储程序',
  'an account': '账号', 'a role': '角色', 'a privilege or a role': '权限或角色', 'a host': '主机', 'a partition': '分区',
  'a character set': '字符集', 'a collation': '排序规则', 'a character set or collation': '字符集或排序规则', 'an option': '选项',
  'an engine': '存储引擎', 'a label': '标签', 'a cursor': '游标', 'a parameter': '参数', 'a unit of time': '时间单位',
  'a common table': 'CTE', 'a clause': '子句', 'a constraint': '约束', 'a window': '窗口', 'columns in brackets': '括号中的列',
}; // biome-ignore format: a table

/** Why a statement could not be read, and what to do about it. */
export function unreadableWords(text: string, { start, end, problem }: Unknown, dialect: Dialect): Words {
  if (isClientCommand(text.slice(start, end))) return clientWords;
  const said = saidOfSign(text.slice(problem.start, problem.end));
  if (said)
    return {
      en: `Not reviewed: the statement cannot be read (${said.en}).`,
      zh: `未审核：无法解析该语句（${said.zh}）。`,
    };
  const reader = readerOf(text.slice(start, end), dialect);
  const en = `Not reviewed: the statement cannot be read (${problem.message}).`;
  const zh = `未审核：无法解析该语句（${inChinese(problem.message)}）。`;
  if (reader === undefined) return { en, zh };
  return {
    en: `${en} ${serverOf(reader)} would read it: see --dialect, or write it for this server.`,
    zh: `${zh}${serverOf(reader)} 可以解析：请确认 --dialect，或改写为目标版本支持的语法。`,
  };
}

/** What a single token gives away by itself. */
function saidOfSign(token: string): Words | undefined {
  const sign = fullwidthSignIn(token);
  const [first = ''] = token;
  if (sign && first !== "'" && first !== '"')
    return { en: `${sign} is a sign of full width: write the ASCII one`, zh: `${sign} 是全角符号，请改用半角符号` };
  if (quotes.has(first) && (token.length === 1 || !token.endsWith(first)))
    return { en: `the quote ${first} that opens here is never closed`, zh: `此处的引号 ${first} 没有闭合` };
  return token.startsWith('/*')
    ? { en: 'the comment that opens here is never closed', zh: '此处的注释没有闭合' }
    : undefined;
}

const quotes: ReadonlySet<string> = new Set(["'", '"', '`']);

const clientWords: Words = {
  en: 'Not reviewed: this is a command of the client, which no server reads. Leave it out; review a file it names by itself.',
  zh: '未审核：这是客户端命令，服务器无法执行。请删除该行；如引用了其他文件，请单独审核。',
};

/** `expected a name or (, found 'select'` */
function inChinese(message: string): string {
  const [, expected, found] = /^expected (.+), found (.+)$/s.exec(message) ?? [];
  if (expected === undefined || found === undefined) return message;
  const parts = expected.split(' or ').map(inWords);
  return `此处应为${parts.join('或')}，实际为${inWords(found)}`.replaceAll(' ，', '，').trim();
}

/** Latin stands apart from Chinese. */
const inWords = (part: string): string => wanted[part] ?? ` ${part} `;

/** Another server that reads the statement, the nearest first: what it was written for, most likely. */
function readerOf(sql: string, dialect: Dialect): Dialect | undefined {
  if (sql.length > mostTried) return undefined;
  const others: readonly Dialect[] = dialectNames.map((name: DialectName) => dialects[name]);
  return others
    .filter(({ flavour, versionNumber }) => flavour !== dialect.flavour || versionNumber !== dialect.versionNumber)
    .sort((a, b) => distance(a, dialect) - distance(b, dialect))
    .find((other) => parseStatement(sql, { ...other, sqlMode: dialect.sqlMode }).statement.kind !== 'unknown');
}

/** A longer statement that cannot be read is a dump cut in two, not one of another version. */
const mostTried = 20_000;

const distance = (a: Dialect, b: Dialect): number =>
  (a.flavour === b.flavour ? 0 : 1e9) + Math.abs(a.versionNumber - b.versionNumber);

const serverOf = ({ flavour, version: [major, minor] }: Dialect): string =>
  `${flavour === 'mysql' ? 'MySQL' : 'MariaDB'} ${major}.${minor}`;
