import { listTickets } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePages } from '../../shared/api/use-pages.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { MoreButton } from '../../shared/page/MoreButton.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { TicketTable } from '../tickets/TicketTable.tsx';
import type { PartProps } from './parts.ts';

export function TicketsPanel({ instance }: PartProps) {
  const { t } = useTranslation();
  const tickets = usePages(listTickets, { query: { instanceId: instance.id, limit: 50 } }, { everyMs: 10_000 });
  return (
    <Panel title={t('instance.work.tickets')} flush acts={<Link to="/tickets/new">{t('instance.work.ask')}</Link>}>
      <Loaded query={tickets.query}>
        {(items) =>
          items.length === 0 ? (
            <Message title={t('instance.work.ticketsNone')} next={t('instance.work.ticketsNoneNext')} />
          ) : (
            <TicketTable tickets={items} />
          )
        }
      </Loaded>
      <MoreButton more={tickets.more} busy={tickets.isFetchingMore} />
    </Panel>
  );
}
