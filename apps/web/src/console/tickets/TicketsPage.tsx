import { PlusOutlined } from '@ant-design/icons';
import { listTickets, TicketState } from '@myriad/contract';
import { Button, Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { longPage, usePages } from '../../shared/api/use-pages.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { MoreButton } from '../../shared/page/MoreButton.tsx';
import { PageHead } from '../../shared/page/PageHead.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { useFilters } from '../../shared/page/use-filters.ts';
import { StateMark } from '../../shared/state/StateMark.tsx';
import { SavedFilters } from '../saved-filters/SavedFilters.tsx';
import { CopyTickets } from './CopyTickets.tsx';
import { TicketTable } from './TicketTable.tsx';

export function NewTicketLink() {
  const { t } = useTranslation();
  return (
    <Link to="/tickets/new">
      <Button type="primary" icon={<PlusOutlined />} tabIndex={-1}>
        {t('ticket.new')}
      </Button>
    </Link>
  );
}

const shownStates = TicketState.options.flatMap((state) => (state === 'running' ? [state, 'paused'] : [state]));

export function TicketsPage() {
  const { t } = useTranslation();
  const { values, change } = useFilters(['state', 'mine']);
  // Paused is how a running one stands: not a state of its own.
  const isPaused = values.state === 'paused';
  const state = TicketState.safeParse(values.state).data;
  const isFiltered = values.state !== undefined || values.mine !== undefined;
  const tickets = usePages(
    listTickets,
    {
      query: {
        limit: longPage,
        ...(isPaused ? { paused: 'true' } : state ? { state } : {}),
        ...(values.mine ? { mine: 'true' } : {}),
      },
    },
    { everyMs: 5_000 },
  );
  return (
    <div className="page">
      <PageHead title={t('ticket.title')} acts={<NewTicketLink />} />
      <Panel
        title={t('ticket.filterState')}
        flush
        acts={
          <>
            <CopyTickets tickets={tickets.items} />
            <SavedFilters page="tickets" />
          </>
        }
        beside={
          <>
            <Select
              value={isPaused ? 'paused' : (state ?? '')}
              style={{ width: 180 }}
              aria-label={t('ticket.filterState')}
              onChange={(value) => change('state', value)}
              options={[
                { value: '', label: t('ticket.all') },
                ...shownStates.map((value) => ({ value, label: <StateMark of="ticket" value={value} /> })),
              ]}
            />
            <Checkbox
              checked={values.mine !== undefined}
              onChange={(event) => change('mine', event.target.checked ? '1' : undefined)}
            >
              {t('ticket.mine')}
            </Checkbox>
          </>
        }
      >
        <Loaded query={tickets.query}>
          {(items) =>
            items.length === 0 ? (
              <Message
                title={t(isFiltered ? 'ticket.empty' : 'ticket.none')}
                next={t(isFiltered ? 'ticket.emptyNext' : 'ticket.noneNext')}
                act={<NewTicketLink />}
              />
            ) : (
              <TicketTable tickets={items} />
            )
          }
        </Loaded>
        <MoreButton more={tickets.more} busy={tickets.isFetchingMore} />
      </Panel>
    </div>
  );
}
