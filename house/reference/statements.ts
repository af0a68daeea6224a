import {
  parseVersion,
  type StatementRow,
  statementCatalogue,
  supportOf,
  type Version,
} from '../../packages/mysql/src/index.ts';
import { cell, code, page, table } from './markdown.ts';

/** One of each that speaks differently. */
const versions = [
  ...['5.7.44', '8.0.36', '8.4.3', '9.7.4'],
  ...['10.6.16-MariaDB', '10.11.8-MariaDB', '11.4.2-MariaDB'],
].map((text) => parseVersion(text));
const untested = '†';

const flavours = { mysql: 'MySQL', mariadb: 'MariaDB' } as const;

const senders: Readonly<Record<string, string>> = {
  session: 'every session / 每个会话',
  glance: 'the cheap sweep / 轻量巡查',
  metrics: 'metrics, with the cheap sweep / 指标采样，随轻量巡查',
  portrait: 'the deep sweep, adoption / 深度巡查与纳管',
  dictionary: 'the data dictionary / 数据字典',
  live: 'pages that look live / 实时页面',
  review: 'reviews of SQL / SQL 审核',
  proof: 'proofs of index advice, `--prove-on` / 索引建议的验证（`--prove-on`）',
  deploy: 'making instances / 部署实例',
  operate: 'tasks on instances / 运维任务',
};

const effects: Readonly<Record<string, string>> = {
  nothing: 'changes nothing / 只读',
  session: 'our own session / 仅本会话',
  server: 'changes the server / 变更服务器',
};

/** A series no test of ours ever ran carries its mark. */
const nameOf = (version: Version): string =>
  `${flavours[version.flavor]} ${version.series}${supportOf(version)?.status === 'run-here' ? '' : ` ${untested}`}`;

/** Each text once, with the versions it is sent to. */
function textsOf(statement: StatementRow): readonly (readonly [string, string])[] {
  const byText = new Map<string, string[]>();
  for (const version of versions)
    for (const text of statement.texts(version)) byText.set(text, [...(byText.get(text) ?? []), nameOf(version)]);
  return [...byText].map(([text, sentTo]) => [
    text,
    sentTo.length === versions.length ? 'all / 全部' : sentTo.join(', '),
  ]);
}

function section(statement: StatementRow): string {
  const { name, why, sentBy, changes, limitSeconds } = statement;
  const facts = [
    `${why.en} / ${why.zh}`,
    '',
    `Sent by / 发送者: ${sentBy.map((sender) => senders[sender]).join('; ')}. ${effects[changes]}.${limitSeconds ? ` Limit / 时限: ${limitSeconds} s.` : ''}`,
  ];
  const texts = textsOf(statement).map(([text, sentTo]) => `${sentTo}:\n\n\`\`\`sql\n${text}\n\`\`\``);
  return [`### ${name}`, '', ...facts, '', ...texts.join('\n\n').split('\n')].join('\n');
}

export const statementsPage = (): string =>
  page(
    'Statements',
    '`packages/mysql/src/catalogue`',
    'Every statement the platform sends to a MySQL or MariaDB. `?` stands for values sent beside it; names, numbers and `…` are examples, and `…` stands where a secret would. A statement that is not listed here is not sent: a test of the house sees to it. 平台向 MySQL 或 MariaDB 发送的全部语句。`?` 表示随语句发送的值；名称与数字为示例，`…` 表示此处为机密。未列出的语句不会被发送，由测试保证。\n\n† never run by our tests: written against the vendor’s documentation ([versions](../concepts/versions.md)). 我们的测试从未实际运行，依据厂商文档编写（[版本](../concepts/versions.zh-CN.md)）。',
    table(
      ['statement', 'for', '用途', 'effect'],
      statementCatalogue.map(({ name, why, changes }) => [
        `[${code(name)}](#${name.replaceAll('.', '')})`,
        cell(why.en),
        cell(why.zh),
        effects[changes],
      ]),
    ),
    ...statementCatalogue.map(section),
  );
