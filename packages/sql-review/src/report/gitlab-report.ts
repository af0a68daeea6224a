import { createHash } from 'node:crypto';
import type { Grade } from '../rule.ts';
import type { Report, ReportOptions } from './report.ts';

const severities = { X: 'blocker', E: 'critical', W: 'minor', N: 'info' } as const satisfies Record<Grade, string>;

/**
 * GitLab's code quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format. The
 * fingerprint holds the text of the statement and not its line, so that a finding is the same one after lines were added
 * above it.
 */
export function gitlabReport({ language }: ReportOptions): Report {
  const seen = new Map<string, number>();
  const fingerprintOf = (parts: readonly (string | number)[]): string => {
    const key = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
    const times = seen.get(key) ?? 0;
    seen.set(key, times + 1);
    return times === 0 ? key : createHash('sha256').update(`${key} ${times}`).digest('hex');
  };
  let written = 0;
  const write = (issue: object): string => {
    written += 1;
    return `${written === 1 ? '\n' : ',\n'}${JSON.stringify(issue)}`;
  };
  return {
    begin: () => '[',
    add: (file, { findings, failed, sql, line, start: from }) =>
      [
        ...findings.map(({ rule, grade, message, start, end }) => {
          const [first, last] = [file.placeOf(start), file.placeOf(end)];
          return write({
            description: message[language],
            check_name: rule,
            fingerprint: fingerprintOf([file.name, rule, sql, start - from]),
            severity: severities[grade],
            location: { path: file.name, lines: { begin: first.line, end: last.line } },
          });
        }),
        ...failed.map(({ rule, message }) =>
          write({
            description: message,
            check_name: rule,
            fingerprint: fingerprintOf([file.name, rule, sql, 'failed']),
            severity: 'major',
            location: { path: file.name, lines: { begin: line } },
          }),
        ),
      ].join(''),
    endFile: () => '',
    end: () => '\n]\n',
  };
}
