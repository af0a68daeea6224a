import type { Report, ReportOptions } from './report.ts';

/**
 * One object per line and statement. `start` and `end` of a finding are offsets in `sql`, in UTF-16 units, end exclusive.
 */
export function jsonReport({ language }: ReportOptions): Report {
  return {
    begin: () => '',
    add: (file, { line, sql, score, findings, excused, failed, start: from }) => {
      const inSql = (offset: number) => Math.max(0, Math.min(sql.length, offset - from));
      const row = {
        file: file.name,
        line,
        sql,
        score,
        findings: findings.map(({ rule, grade, message, start, end, lost }) => ({
          rule,
          grade,
          message: message[language],
          start: inSql(start),
          end: inSql(end),
          lost,
        })),
        suppressed: excused.map(({ rule, grade, message, start, end, reason }) => ({
          rule,
          grade,
          message: message[language],
          start: inSql(start),
          end: inSql(end),
          reason,
        })),
        failed,
        ddl: null,
      };
      return `${JSON.stringify(row)}\n`;
    },
    endFile: () => '',
    end: () => '',
  };
}
