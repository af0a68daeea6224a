import type { TicketSummary } from '@myriad/contract';
import type { TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LongName } from '../../shared/page/LongName.tsx';
import { LongTable } from '../../shared/page/LongTable.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { StateMark } from '../../shared/state/StateMark.tsx';
import { usePick } from '../../shared/words/use-words.ts';

export function TicketTable({ tickets }: { tickets: readonly TicketSummary[] }) {
  const { t } = useTranslation();
  const pick = usePick();
  const columns: TableColumnsType<TicketSummary> = [
    {
      title: t('ticket.number'),
      key: 'number',
      width: 96,
      render: (_, { number }) => <Link to={`/tickets/${number}`}>{number}</Link>,
    },
    {
      title: t('ticket.what'),
      key: 'title',
      ellipsis: true,
      render: (_, { number, title }) => (
        <Link to={`/tickets/${number}`}>
          <LongName>{pick(title)}</LongName>
        </Link>
      ),
    },
    {
      title: t('ticket.state'),
      key: 'state',
      width: 150,
      render: (_, { state, paused }) => <StateMark of="ticket" value={paused ? 'paused' : state} />,
    },
    {
      title: t('ticket.requester'),
      key: 'requester',
      responsive: ['md'],
      width: 150,
      ellipsis: true,
      render: (_, { openedBy }) => <LongName>{openedBy.name}</LongName>,
    },
    {
      title: t('ticket.opened'),
      key: 'opened',
      responsive: ['md'],
      width: 130,
      align: 'right',
      render: (_, { openedAt }) => <RelativeTime at={openedAt} />,
    },
    {
      title: t('ticket.closed'),
      key: 'closed',
      responsive: ['md'],
      width: 130,
      align: 'right',
      render: (_, { closedAt }) => (closedAt ? <RelativeTime at={closedAt} /> : '—'),
    },
  ];
  return <LongTable rowKey="id" columns={columns} rows={tickets} minWidth={960} phoneWidth={360} />;
}
