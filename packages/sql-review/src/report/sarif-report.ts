import type { FailedRule, StatementReview } from '../review.ts';
import type { Grade, Rule, RuleFinding } from '../rule.ts';
import { allRules } from '../rules/all-rules.ts';
import type { Report, ReportOptions, ReviewedFile } from './report.ts';

const levels = { X: 'error', E: 'error', W: 'warning', N: 'note' } as const satisfies Record<Grade, string>;

/** A name of a file as a URI: relative ones stay relative. */
export const uriOf = (name: string): string => {
  const path = name.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  return path.startsWith('/') ? `file://${path}` : path;
};

/** SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html. Excused findings stand in it as suppressed. */
export function sarifReport({ language, version, ownRules = [] }: ReportOptions): Report {
  const used = new Map<string, number>();
  const failed: FailedRule[] = [];
  let written = 0;

  const indexOf = (rule: string): number => {
    const known = used.get(rule);
    if (known !== undefined) return known;
    used.set(rule, used.size);
    return used.size - 1;
  };

  function resultOf(
    file: ReviewedFile,
    score: number | null,
    { rule, grade, start, end, message }: RuleFinding & { readonly rule: string; readonly grade: Grade },
    suppressions: readonly { readonly kind: 'inSource' | 'external'; readonly justification: string }[],
  ): string {
    const [from, to] = [file.placeOf(start), file.placeOf(end)];
    const region = { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
    const result = {
      ruleId: rule,
      ruleIndex: indexOf(rule),
      level: levels[grade],
      message: { text: message[language] },
      locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file.name) }, region } }],
      suppressions,
      properties: { grade, score },
    };
    written += 1;
    return `${written === 1 ? '\n' : ',\n'}${JSON.stringify(result)}`;
  }

  function add(file: ReviewedFile, review: StatementReview): string {
    failed.push(...review.failed);
    return [
      ...review.findings.map((finding) => resultOf(file, review.score, finding, [])),
      ...review.excused.map((finding) =>
        resultOf(file, review.score, finding, [
          { kind: finding.by === 'comment' ? 'inSource' : 'external', justification: finding.reason },
        ]),
      ),
    ].join('');
  }

  // Only rules that found something are described, so they stand behind the results.
  function end(): string {
    const notices = failed.map(({ rule, message }) => ({
      level: 'error',
      message: { text: `${rule}: ${message}` },
    }));
    const driver = {
      name: 'myriad review',
      version,
      rules: [...used.keys()].map((id) => describe(id, language, ownRules)),
    };
    const invocation = { executionSuccessful: failed.length === 0, toolExecutionNotifications: notices };
    return `\n],"columnKind":"utf16CodeUnits","tool":${JSON.stringify({ driver })},"invocations":${JSON.stringify([invocation])}}]}\n`;
  }

  return {
    begin: () => '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"results":[',
    add,
    endFile: () => '',
    end,
  };
}

const unread = { en: 'A statement that cannot be read was not reviewed.', zh: '无法解析的语句未经审核。' };

function describe(id: string, language: ReportOptions['language'], ownRules: readonly Rule[]): object {
  const rule = [...allRules, ...ownRules].find((one) => one.id === id);
  return {
    id,
    shortDescription: { text: (rule?.why ?? unread)[language] },
    defaultConfiguration: { level: levels[rule?.grade ?? 'E'] },
    properties: { tags: ['sql', rule?.theme ?? 'correctness'] },
  };
}
