import {
  listReviewRules,
  type ReviewRule,
  type Rule,
  type Theme,
  themeWords,
} from '../../packages/sql-review/src/index.ts';
import { cell, page, table } from './markdown.ts';

const source = '`packages/sql-review/src/rules`';

const gradeWords = {
  X: 'X, blocks / 阻断',
  E: 'E, must be fixed / 必须修复',
  W: 'W, a potential problem / 潜在问题',
  N: 'N, a suggestion / 建议',
} as const satisfies Record<Rule['grade'], string>;

const tierWords = {
  text: 'the text / 文本',
  schema: 'the schema / 库结构',
  explain: 'EXPLAIN or a count / 执行计划或计数',
  statistics: 'sizes and statistics / 容量与统计',
  instance: 'the instance / 实例状态',
} as const satisfies Record<Rule['tier'], string>;

/** Characters of an example. */
const longest = 400;

const pageOf = (theme: Theme): string => `review-rules-${theme}.md`;

const section = ({ rule, versions, cases }: ReviewRule): string => {
  const parameters = Object.entries(rule.parameters).map(
    ([name, value]) => `\`${name}\` = \`${JSON.stringify(value)}\``,
  );
  const shown = (isHit: boolean) => cases.filter((one) => one.isHit === isHit).slice(0, 2);
  const example = (mark: string, sql: string) =>
    `-- ${mark}\n${sql.length > longest ? `${sql.slice(0, longest)} …` : sql}`;
  return [
    `## ${rule.id}`,
    `${gradeWords[rule.grade]}${rule.off ? '; off until a policy turns it on / 默认关闭' : ''}. Needs: ${tierWords[rule.tier]}. Servers: ${versions}.${rule.fix ? ' Mended by itself / 可自动修复。' : ''}`,
    rule.why.en,
    rule.why.zh,
    parameters.length > 0 ? `Parameters / 参数：${parameters.join(', ')}` : '',
    [
      '```sql',
      ...shown(true).map(({ sql }) => example('found / 命中', sql)),
      ...shown(false).map(({ sql }) => example('not found / 不命中', sql)),
      '```',
    ].join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n');
};

/** A page for each theme of rules, and one that lists them all; by file name. */
export function reviewRulePages(): readonly (readonly [name: string, text: string])[] {
  const reviewRules = listReviewRules();
  const themes = [...new Set(reviewRules.map(({ rule }) => rule.theme))].sort();
  const of = (theme: Theme) => reviewRules.filter(({ rule }) => rule.theme === theme);
  const list = page(
    'Rules of the SQL review',
    source,
    `${reviewRules.length} rules. A rule that needs facts is not asked without them. 共 ${reviewRules.length} 条规则；缺少所需信息的规则不会参与审核。`,
    ...themes.flatMap((theme) => [
      `## [${themeWords[theme].en} / ${themeWords[theme].zh}](${pageOf(theme)})`,
      table(
        ['rule', 'grade', 'needs', 'why', '原因'],
        of(theme).map(({ rule }) => [
          `[\`${rule.id}\`](${pageOf(theme)}#${rule.id})`,
          rule.off ? `${rule.grade}, off` : rule.grade,
          rule.tier,
          cell(rule.why.en),
          cell(rule.why.zh),
        ]),
      ),
    ]),
  );
  return [
    ['review-rules.md', list],
    ...themes.map((theme) => {
      const words = themeWords[theme];
      return [pageOf(theme), page(`SQL review: ${words.en} / ${words.zh}`, source, ...of(theme).map(section))] as const;
    }),
  ];
}
