import type { FindingView } from '@myriad/contract';
import type { TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatExact } from '../../shared/format/format-time.ts';
import { LongName } from '../../shared/page/LongName.tsx';
import { LongTable } from '../../shared/page/LongTable.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { StateMark } from '../../shared/state/StateMark.tsx';
import { useLanguage, usePick } from '../../shared/words/use-words.ts';
import { FindingThing } from './FindingThing.tsx';

interface FindingTableProps {
  readonly findings: readonly FindingView[];
  readonly chosen: readonly string[];
  readonly onChoose: (ids: readonly string[]) => void;
}

export const markOf = ({ closedAt, mute, grade }: FindingView) => (closedAt ? 'closed' : mute ? 'muted' : grade);

/** One row a finding; those chosen can be handled together. */
export function FindingTable({ findings, chosen, onChoose }: FindingTableProps) {
  const { t } = useTranslation();
  const pick = usePick();
  const language = useLanguage();
  const columns: TableColumnsType<FindingView> = [
    {
      title: t('finding.columns.grade'),
      key: 'grade',
      width: 96,
      render: (_, finding) => <StateMark of="grade" value={markOf(finding)} />,
    },
    {
      title: t('finding.columns.says'),
      key: 'says',
      ellipsis: true,
      render: (_, { id, words, code, mute }) => (
        <span className="finding-says">
          <Link to={`/findings/${id}`}>
            <LongName>{pick(words)}</LongName>
          </Link>
          <span className="faint mono">{code}</span>
          {mute ? (
            <span className="tone-bad">
              {t('cluster.mutedUntil', { until: formatExact(mute.until, language), reason: mute.reason })}
            </span>
          ) : null}
        </span>
      ),
    },
    {
      title: t('finding.columns.thing'),
      key: 'thing',
      responsive: ['md'],
      width: 210,
      render: (_, finding) => <FindingThing finding={finding} />,
    },
    {
      title: t('finding.columns.owner'),
      key: 'owner',
      responsive: ['md'],
      width: 120,
      ellipsis: true,
      render: (_, { owner }) =>
        owner === undefined ? <span className="faint">{t('finding.nobody')}</span> : <LongName>{owner}</LongName>,
    },
    {
      title: t('finding.columns.since'),
      key: 'since',
      responsive: ['md'],
      width: 110,
      align: 'right',
      render: (_, { firstSeenAt }) => <RelativeTime at={firstSeenAt} />,
    },
  ];
  return (
    <LongTable
      rowKey="id"
      minWidth={860}
      phoneWidth={360}
      columns={columns}
      rows={findings}
      rowSelection={{
        selectedRowKeys: [...chosen],
        onChange: (keys) => onChoose(keys.map(String)),
        columnWidth: 40,
      }}
    />
  );
}
