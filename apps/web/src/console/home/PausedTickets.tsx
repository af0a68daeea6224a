import { listTickets } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { LongName } from '../../shared/page/LongName.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { StateMark } from '../../shared/state/StateMark.tsx';
import { usePick } from '../../shared/words/use-words.ts';
import { Lines } from './Lines.tsx';

const lookMs = 5_000;

/** Most pressing of all: work that has stopped half way. Nothing is shown when nothing has. */
export function PausedTickets() {
  const { t } = useTranslation();
  const pick = usePick();
  const tickets = useAnswer(listTickets, { query: { state: 'running', limit: 200 } }, { everyMs: lookMs });
  const paused = tickets.data?.items.filter((ticket) => ticket.paused) ?? [];
  if (paused.length === 0) return null;
  return (
    <Lines
      title={t('frame.home.paused')}
      to="/tickets?state=paused"
      of={{ items: paused, more: false }}
      none=""
      line={(ticket) => ({
        key: ticket.id,
        to: `/tickets/${ticket.number}`,
        children: (
          <>
            <span className="mono">{ticket.number}</span>
            <LongName>{pick(ticket.title)}</LongName>
            <StateMark of="ticket" value="paused" />
            <span className="faint home-who">
              {ticket.openedBy.name} · <RelativeTime at={ticket.openedAt} />
            </span>
          </>
        ),
      })}
    />
  );
}
