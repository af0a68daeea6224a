import type { TaskSummary } from '@myriad/contract';
import { momentOf } from '../../shared/format/rows-as-text.ts';
import { CopyRows } from '../../shared/page/CopyRows.tsx';
import { usePick } from '../../shared/words/use-words.ts';

/** The tasks on screen, for a spreadsheet or a program. */
export function CopyTasks({ tasks }: { tasks: readonly TaskSummary[] }) {
  const pick = usePick();
  const rows = tasks.map(({ id, kind, title, state, stepsDone, stepsTotal, ticketId, error, ...times }) => ({
    ...{ title: pick(title), kind, state, stepsDone, stepsTotal, error: error?.code ?? null },
    ...{ createdAt: momentOf(times.createdAt), startedAt: momentOf(times.startedAt), endedAt: momentOf(times.endedAt) },
    ...{ ticketId: ticketId ?? null, id },
  }));
  return <CopyRows rows={rows} />;
}
