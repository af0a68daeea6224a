import type { StatementReview } from '../review.ts';
import { excusedWords, gradeWords, headOf, type Report, type ReportOptions, type ReviewedFile } from './report.ts';
import type { Verdict } from './verdict.ts';

// XML 1.0 has no way to write these, not even escaped.
const unwritable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const escapeXml = (text: string): string =>
  text
    .replaceAll(unwritable, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');

const inAttribute = (text: string): string => escapeXml(text).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');

/** A suite for each file, a case for each statement: failed where it does not pass, in error where it was not reviewed. */
export function junitReport({ language }: ReportOptions): Report {
  const zh = language === 'zh';
  let cases: string[] = [];
  let failures = 0;
  let errors = 0;

  const linesOf = (file: ReviewedFile, { findings, excused, failed }: StatementReview): string =>
    [
      ...findings.map(({ rule, grade, message, start }) => {
        const { line, column } = file.placeOf(start);
        return `${file.name}:${line}:${column} ${grade} ${gradeWords[grade][language]}: ${message[language]} [${rule}]`;
      }),
      ...excused.map(
        ({ rule, grade, by, reason }) =>
          `${excusedWords[by][language]} ${grade} [${rule}]${by === 'baseline' ? '' : `${zh ? '：' : ': '}${reason}`}`,
      ),
      ...failed.map(({ rule, message }) => `${zh ? '规则执行失败' : 'the rule failed'} [${rule}] ${message}`),
    ].join('\n');

  function add(file: ReviewedFile, review: StatementReview, verdict: Verdict): string {
    const { line, sql, score, findings, failed } = review;
    const lines = linesOf(file, review);
    const isError = verdict === 'not-reviewed' || verdict === 'incomplete';
    const isFailure = verdict === 'blocked' || verdict === 'below';
    errors += isError ? 1 : 0;
    failures += isFailure ? 1 : 0;
    const worst = findings.find(({ grade }) => grade === 'X') ?? findings[0];
    const said = worst ? worst.message[language] : (failed[0]?.message ?? '');
    const kind = worst?.rule ?? failed[0]?.rule ?? verdict;
    const scored = score === null ? '' : zh ? `得分 ${score}：` : `score ${score}: `;
    const verdictTag = isError ? 'error' : isFailure ? 'failure' : undefined;
    const body = verdictTag
      ? `<${verdictTag} type="${inAttribute(kind)}" message="${inAttribute(scored + said)}">${escapeXml(lines)}</${verdictTag}>`
      : lines
        ? `<system-out>${escapeXml(lines)}</system-out>`
        : '';
    const name = inAttribute(`${line}: ${headOf(sql)}`);
    cases.push(`<testcase name="${name}" classname="${inAttribute(file.name)}" time="0">${body}</testcase>\n`);
    return '';
  }

  // The counts stand before the cases, so a file is written when it is done.
  function endFile({ name }: ReviewedFile): string {
    const counts = `tests="${cases.length}" failures="${failures}" errors="${errors}" skipped="0" time="0"`;
    const suite = `<testsuite name="${inAttribute(name)}" ${counts}>\n${cases.join('')}</testsuite>\n`;
    cases = [];
    failures = 0;
    errors = 0;
    return suite;
  }

  return {
    begin: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="myriad review">\n',
    add,
    endFile,
    end: () => '</testsuites>\n',
  };
}
