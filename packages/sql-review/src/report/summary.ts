import type { Gate } from '../policy/policy-layer.ts';
import type { Words } from '../words.ts';
import { grades, gradeWords, type ReportOptions } from './report.ts';
import { isPassed, type Tally } from './tally.ts';

const count = (number: number, one: string): string => `${number} ${number === 1 ? one : `${one}s`}`;

/** What a run came to, in a few lines for people. */
export function summaryOf(tally: Tally, { language, dialect, gate }: ReportOptions): string {
  const { statements, files, lowest, findings, suppressed, baseline, verdicts } = tally;
  const server = `${dialect.flavour === 'mysql' ? 'MySQL' : 'MariaDB'} ${dialect.version.join('.')}`;
  const found = grades.filter((grade) => findings[grade] > 0);
  const list = (join: string) =>
    found.map((grade) => `${findings[grade]} ${grade} ${gradeWords[grade][language]}`).join(join);
  const least: Words =
    lowest === undefined ? { en: '', zh: '' } : { en: `; lowest score ${lowest}`, zh: `；最低分 ${lowest}` };
  const known: Words =
    baseline === 0 ? { en: '', zh: '' } : { en: `; in the baseline: ${baseline}`, zh: `；基线内：${baseline}` };
  const lines: Words = {
    en: [
      `${count(statements, 'statement')} in ${count(files, 'file')}, read as ${server}${least.en}.`,
      `Findings: ${found.length > 0 ? list(', ') : 'none'}; suppressed: ${suppressed}${known.en}; not reviewed: ${verdicts['not-reviewed']}.`,
    ].join('\n'),
    zh: [
      `共 ${statements} 条语句，${files} 个文件，按 ${server} 解析${least.zh}。`,
      `问题：${found.length > 0 ? list('、') : '无'}；已忽略：${suppressed}${known.zh}；未审核：${verdicts['not-reviewed']}。`,
    ].join('\n'),
  };
  return `${lines[language]}\n${endWords(tally, gate)[language]}\n`;
}

function endWords(tally: Tally, gate: Gate): Words {
  if (tally.statements === 0) return { en: 'There was no statement to review.', zh: '没有可审核的语句。' };
  const advice = adviceWords(tally);
  if (isPassed(tally)) return { en: `Passed.${advice.en}`, zh: `通过。${advice.zh}` };
  const { blocked, below, incomplete, 'not-reviewed': unread } = tally.verdicts;
  const why: readonly (readonly [number, Words])[] = [
    [blocked, { en: `${blocked} with a blocking finding`, zh: `${blocked} 条有阻断问题` }],
    [below, belowWords(below, gate)],
    [unread, { en: `${unread} not reviewed`, zh: `${unread} 条未审核` }],
    [incomplete, { en: `${incomplete} where a rule failed`, zh: `${incomplete} 条有规则执行失败` }],
  ];
  const said = why.filter(([number]) => number > 0).map(([, words]) => words);
  return {
    en: `Not passed: ${said.map(({ en }) => en).join(', ')}.${advice.en}`,
    zh: `未通过：${said.map(({ zh }) => zh).join('，')}。${advice.zh}`,
  };
}

/** Files may have policies of their own; then there is no one score to name. */
const belowWords = (below: number, { minScore }: Gate): Words =>
  minScore === undefined
    ? { en: `${below} below the score of its policy`, zh: `${below} 条低于其策略要求的分数` }
    : { en: `${below} below ${minScore}`, zh: `${below} 条低于 ${minScore} 分` };

/** What stands in the way of nobody, where there is any. */
function adviceWords({ advising }: Tally): Words {
  const some = grades.filter((grade) => advising[grade] > 0);
  if (some.length === 0) return { en: '', zh: '' };
  const list = (language: keyof Words, join: string) =>
    some.map((grade) => `${grade} ${gradeWords[grade][language]}`).join(join);
  return { en: ` Only advises: ${list('en', ', ')}.`, zh: `仅建议、不阻断：${list('zh', '、')}。` };
}
