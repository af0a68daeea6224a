import type { StatementReview } from '../review.ts';
import type { Grade } from '../rule.ts';
import { ddlLine } from './ddl-report.ts';
import { excusedWords, gradeWords, headOf, type Report, type ReportOptions, type ReviewedFile } from './report.ts';
import { summaryOf } from './summary.ts';

const codes = { bold: 1, dim: 2, X: 31, E: 35, W: 33, N: 36 } as const;

/** For people: a statement that has something against it, its findings below it, a summary at the end. */
export function textReport(options: ReportOptions): Report {
  const { language, colour } = options;
  const zh = language === 'zh';
  const paint = (code: keyof typeof codes, text: string) =>
    colour === 'ansi' ? `\u001b[${codes[code]}m${text}\u001b[0m` : text;
  const graded = (grade: Grade) => `${grade} ${gradeWords[grade][language]}`;

  function add(file: ReviewedFile, review: StatementReview): string {
    const { score, findings, failed, excused, ddl, line, sql } = review;
    const costs = ddl.map((one) => ddlLine(one, language)).filter((text) => text !== '');
    if (findings.length + failed.length + excused.length + costs.length === 0) return '';
    const whole = score === null ? (zh ? '未审核' : 'not reviewed') : zh ? `得分 ${score}` : `score ${score}`;
    const head = `${paint('bold', `${file.name}:${line}`)}  ${whole}  ${paint('dim', headOf(sql))}\n`;
    const where = (start: number) => {
      const place = file.placeOf(start);
      return `${file.name}:${place.line}:${place.column}`;
    };
    const found = findings.map(
      ({ rule, grade, message, start }) =>
        `  ${where(start)}  ${paint(grade, graded(grade))}  ${message[language]}  ${paint('dim', `[${rule}]`)}\n`,
    );
    const letGo = excused.map(
      ({ rule, grade, message, start, by, reason }) =>
        `  ${where(start)}  ${excusedWords[by][language]} ${graded(grade)}  ${message[language]}  ${paint('dim', `[${rule}]`)}` +
        `${by === 'baseline' ? '' : `  ${zh ? '理由：' : 'reason: '}${reason}`}\n`,
    );
    const broken = failed.map(({ rule, message }) =>
      zh ? `  规则执行失败：${message}  [${rule}]\n` : `  the rule failed: ${message}  [${rule}]\n`,
    );
    const predicted = costs.map((text) => `  ${zh ? '预测' : 'cost'}  ${text}\n`);
    return `${head}${[...found, ...letGo, ...broken, ...predicted].join('')}\n`;
  }

  return {
    begin: () => '',
    add,
    endFile: () => '',
    end: (tally) => summaryOf(tally, options),
  };
}
