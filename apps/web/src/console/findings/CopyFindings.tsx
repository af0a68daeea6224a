import type { FindingView } from '@myriad/contract';
import { momentOf, type TextRow } from '../../shared/format/rows-as-text.ts';
import { CopyRows } from '../../shared/page/CopyRows.tsx';
import { usePick } from '../../shared/words/use-words.ts';
import { markOf } from './FindingTable.tsx';

/** What is on screen, for a spreadsheet or a program. */
export function CopyFindings({ findings }: { findings: readonly FindingView[] }) {
  const pick = usePick();
  const rows = findings.map(
    (finding): TextRow => ({
      grade: finding.grade,
      state: markOf(finding),
      code: finding.code,
      says: pick(finding.words),
      entity: finding.entity,
      name: finding.entityName ?? finding.entityId,
      cluster: finding.clusterName ?? null,
      owner: finding.owner ?? null,
      since: momentOf(finding.firstSeenAt),
      lastSeen: momentOf(finding.lastSeenAt),
      closed: momentOf(finding.closedAt),
      mutedUntil: momentOf(finding.mute?.until),
      id: finding.id,
    }),
  );
  return <CopyRows rows={rows} />;
}
