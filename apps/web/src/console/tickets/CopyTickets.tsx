import type { TicketSummary } from '@myriad/contract';
import { momentOf } from '../../shared/format/rows-as-text.ts';
import { CopyRows } from '../../shared/page/CopyRows.tsx';
import { usePick } from '../../shared/words/use-words.ts';

/** The tickets on screen, for a spreadsheet or a program. */
export function CopyTickets({ tickets }: { tickets: readonly TicketSummary[] }) {
  const pick = usePick();
  const rows = tickets.map(({ number, kind, title, state, paused, openedBy, openedAt, closedAt, id }) => ({
    ...{ number, kind, title: pick(title), state: paused ? 'paused' : state, openedBy: openedBy.name },
    ...{ openedAt: momentOf(openedAt), closedAt: momentOf(closedAt), id },
  }));
  return <CopyRows rows={rows} />;
}
