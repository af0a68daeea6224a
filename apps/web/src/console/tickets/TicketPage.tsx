import { getTicket, type TicketView } from '@myriad/contract';
import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { PageHead } from '../../shared/page/PageHead.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { useFilters } from '../../shared/page/use-filters.ts';
import { StateMark } from '../../shared/state/StateMark.tsx';
import { usePick } from '../../shared/words/use-words.ts';
import { KindName } from './KindName.tsx';
import { SubTicket } from './SubTicket.tsx';
import { shownPartState, shownTicketState } from './shown-ticket-state.ts';
import { TicketDecision } from './TicketDecision.tsx';
import { TicketRecord } from './TicketRecord.tsx';
import { TicketStages } from './TicketStages.tsx';

const lookMs = 3_000;

/** The heart: what was asked, how far it has come, what will or did happen, and what I can decide. */
export function TicketPage() {
  const { ticketId = '' } = useParams();
  const pick = usePick();
  const query = useAnswer(getTicket, { params: { ticketId } }, { everyMs: lookMs });
  return (
    <div className="page">
      <Loaded query={query}>
        {(ticket) => (
          <>
            <PageHead
              title={`${ticket.number} · ${pick(ticket.title)}`}
              beside={<StateMark of="ticket" value={shownTicketState(ticket)} />}
            />
            <AskedBy ticket={ticket} />
            <TicketStages ticket={ticket} />
            <TicketDecision key={ticket.id} ticket={ticket}>
              <SubTickets ticket={ticket} />
            </TicketDecision>
            <TicketRecord ticket={ticket} />
          </>
        )}
      </Loaded>
    </div>
  );
}

function AskedBy({ ticket }: { ticket: TicketView }) {
  const { t } = useTranslation();
  return (
    <div className="facts-line">
      <span>
        {t('ticket.requester')} <b>{ticket.openedBy.name}</b>
      </span>
      <span>
        <RelativeTime at={ticket.openedAt} />
      </span>
      <span>
        {t('ticket.kind')} <KindName kind={ticket.kind} />
      </span>
      <span className="grow" style={{ flexBasis: 260, overflowWrap: 'anywhere' }}>
        {t('ticket.reason')} {ticket.reason ? <b translate="no">{ticket.reason}</b> : t('ticket.reasonNone')}
      </span>
    </div>
  );
}

function SubTickets({ ticket }: { ticket: TicketView }) {
  const pick = usePick();
  const { values, change } = useFilters(['sub']);
  const only = ticket.subTickets[0];
  if (!only) return null;
  if (ticket.subTickets.length === 1) return <SubTicket subTicket={only} />;
  const active = ticket.subTickets.find(({ id }) => id === values.sub) ?? only;
  return (
    <>
      <Tabs
        activeKey={active.id}
        onChange={(id) => change('sub', id)}
        tabBarStyle={{ marginBottom: 0 }}
        items={ticket.subTickets.map((subTicket) => ({
          key: subTicket.id,
          label: (
            <span className="row">
              <StateMark of="ticket" value={shownPartState(subTicket)} wordless />
              {subTicket.position}. {pick(subTicket.title)}
            </span>
          ),
        }))}
      />
      <SubTicket key={active.id} subTicket={active} />
    </>
  );
}
