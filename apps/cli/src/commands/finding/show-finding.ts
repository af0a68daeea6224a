import type { FindingChange, FindingView } from '@myriad/contract';
import type { Shown } from '../../command.ts';
import type { Language, Words } from '../../language.ts';
import { detailsOf, tableOf, timeOf } from '../../table.ts';
import { columns } from '../columns.ts';

const grades: Readonly<Record<string, Words>> = {
  bad: { en: 'bad', zh: '严重' },
  warn: { en: 'warning', zh: '警告' },
  info: { en: 'to know', zh: '提示' },
};
export const gradeWord = (grade: string, language: Language): string => grades[grade]?.[language] ?? grade;

export const stateOf = ({ closedAt, mute }: FindingView, language: Language): string => {
  if (closedAt !== undefined) return language === 'zh' ? '已关闭' : 'closed';
  if (mute) return language === 'zh' ? '已静默' : 'muted';
  return language === 'zh' ? '未关闭' : 'open';
};

/** What a person has to know of a finding, and the way back where there is one. */
export const shownFinding = (finding: FindingView, changes: readonly FindingChange[] = []): Shown => ({
  value: changes.length > 0 ? { ...finding, changes } : finding,
  text: (language) => {
    const { words, note, next, bringBack, evidence, mute } = finding;
    const evidenceLines = Object.entries(evidence).map(
      ([name, value]) => `  ${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}\n`,
    );
    return [
      detailsOf(
        [
          [columns.id, finding.id],
          [{ en: 'GRADE', zh: '级别' }, gradeWord(finding.grade, language)],
          [columns.state, stateOf(finding, language)],
          [columns.kind, finding.code],
          [{ en: 'ABOUT', zh: '对象' }, `${finding.entity} ${finding.entityName ?? finding.entityId}`],
          [columns.owner, finding.owner],
          [{ en: 'SINCE', zh: '出现时间' }, timeOf(finding.firstSeenAt)],
          ...(mute ? [[{ en: 'MUTED UNTIL', zh: '静默至' }, `${timeOf(mute.until)} ${mute.reason}`] as const] : []),
        ],
        language,
      ),
      `\n${words[language]}\n`,
      note ? `${note[language]}\n` : '',
      next ? `${language === 'zh' ? '下一步：' : 'Next: '}${next[language]}\n` : '',
      evidenceLines.length > 0 ? `\n${evidenceLines.join('').replaceAll(/[^\P{Cc}\n]/gu, '�')}` : '',
      bringBack
        ? `\nmyriad ticket submit ${bringBack.ticketKind} ${Object.entries(bringBack.form)
            .map(([name, value]) => `--set ${name}=${value}`)
            .join(' ')}\n`
        : '',
      changes.length > 0
        ? `\n${tableOf(
            [
              { title: columns.at, of: ({ at }) => timeOf(at) },
              { title: columns.what, of: ({ what }) => what },
              { title: columns.who, of: ({ by }) => by },
            ],
            changes,
            language,
          )}`
        : '',
    ].join('');
  },
});
