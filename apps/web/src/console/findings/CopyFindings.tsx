import type { FindingView } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { csvOf, jsonOf, type TextRow } from '../../shared/format/rows-as-text.ts';
import { CopyButton } from '../../shared/page/CopyButton.tsx';
import { usePick } from '../../shared/words/use-words.ts';
import { markOf } from './FindingTable.tsx';

const moment = (at: number | undefined): string | null => (at === undefined ? null : new Date(at).toISOString());

/** What is on screen, for a spreadsheet or a program. */
export function CopyFindings({ findings }: { findings: readonly FindingView[] }) {
  const { t } = useTranslation();
  const pick = usePick();
  const rows = (): TextRow[] =>
    findings.map((finding) => ({
      grade: finding.grade,
      state: markOf(finding),
      code: finding.code,
      says: pick(finding.words),
      entity: finding.entity,
      name: finding.entityName ?? finding.entityId,
      cluster: finding.clusterName ?? null,
      owner: finding.owner ?? null,
      since: moment(finding.firstSeenAt),
      lastSeen: moment(finding.lastSeenAt),
      closed: moment(finding.closedAt),
      mutedUntil: moment(finding.mute?.until),
      id: finding.id,
    }));
  return (
    <>
      <CopyButton text={csvOf(rows())}>{t('finding.copyAs', { format: 'CSV' })}</CopyButton>
      <CopyButton text={jsonOf(rows())}>{t('finding.copyAs', { format: 'JSON' })}</CopyButton>
    </>
  );
}
