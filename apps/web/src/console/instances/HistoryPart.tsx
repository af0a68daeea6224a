import { ChangesPanel } from '../history/ChangesPanel.tsx';
import { LookChanges } from './LookChanges.tsx';
import type { PartProps } from './parts.ts';

/** What became of the record, and what differed between deep looks at the server. */
export function HistoryPart({ instance }: PartProps) {
  return (
    <>
      <LookChanges instanceId={instance.id} />
      <ChangesPanel entity="instance" entityId={instance.id} />
    </>
  );
}
