import type { Grade } from '../rule.ts';
import { gradeWords, type Report, type ReportOptions } from './report.ts';

const levels = { X: 'error', E: 'error', W: 'warning', N: 'notice' } as const satisfies Record<Grade, string>;

const inMessage = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const inProperty = (text: string): string => inMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/**
 * Workflow commands, which GitHub shows beside the lines of a change:
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands. Columns stand only where a finding
 * keeps to one line, as GitHub refuses them otherwise.
 */
export function githubReport({ language }: ReportOptions): Report {
  const command = (level: string, properties: Readonly<Record<string, string | number>>, message: string) =>
    `::${level} ${Object.entries(properties)
      .map(([name, value]) => `${name}=${inProperty(String(value))}`)
      .join(',')}::${inMessage(message)}\n`;
  return {
    begin: () => '',
    add: (file, { findings, failed, line }) =>
      [
        ...findings.map(({ rule, grade, message, start, end }) => {
          const [from, to] = [file.placeOf(start), file.placeOf(end)];
          const columns: Readonly<Record<string, number>> =
            from.line === to.line ? { col: from.column, endColumn: to.column } : {};
          const title = `${grade} ${gradeWords[grade][language]}: ${rule}`;
          const place = { file: file.name, line: from.line, endLine: to.line, ...columns, title };
          return command(levels[grade], place, message[language]);
        }),
        ...failed.map(({ rule, message }) => command('warning', { file: file.name, line, title: rule }, message)),
      ].join(''),
    endFile: () => '',
    end: () => '',
  };
}
