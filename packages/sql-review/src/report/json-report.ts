import { fingerprint } from '@myriad/sql';
import { ddlObject } from './ddl-report.ts';
import type { Report, ReportOptions } from './report.ts';

/**
 * One object per line and statement. `start` and `end` of a finding are offsets in `sql`, in UTF-16 units, end exclusive.
 */
export function jsonReport({ language, dialect }: ReportOptions): Report {
  return {
    begin: () => '',
    add: (file, { line, sql, score, findings, excused, failed, ddl, start: from }) => {
      const inSql = (offset: number) => Math.max(0, Math.min(sql.length, offset - from));
      const row = {
        file: file.name,
        line,
        sql,
        fingerprint: fingerprint(sql, dialect),
        score,
        findings: findings.map(({ rule, grade, message, start, end, lost }) => ({
          rule,
          grade,
          message: message[language],
          start: inSql(start),
          end: inSql(end),
          lost,
        })),
        suppressed: excused.map(({ rule, grade, message, start, end, by, reason }) => ({
          rule,
          grade,
          message: message[language],
          start: inSql(start),
          end: inSql(end),
          by,
          reason,
        })),
        failed,
        ddl: ddlObject(ddl, language),
      };
      return `${JSON.stringify(row)}\n`;
    },
    endFile: () => '',
    end: () => '',
  };
}
