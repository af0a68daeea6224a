import { countInventory } from '@myriad/contract';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { formatCount } from '../../shared/format/format-size.ts';
import { Panel } from '../../shared/page/Panel.tsx';
import { StateMark } from '../../shared/state/StateMark.tsx';
import { usePick } from '../../shared/words/use-words.ts';
import { fleetAddress } from '../fleet/fleet-question.ts';
import type { Library } from './PackagesPage.tsx';
import { endingOf, whereSeries } from './series.ts';

type Series = Library['matrix'][number];

/** What was tried of each series, until when its maker looks after it, and how many instances of ours are of it. */
export function MatrixPanel({ matrix }: Pick<Library, 'matrix'>) {
  const { t } = useTranslation();
  const pick = usePick();
  const outside = matrix.map((row) => `not (${whereSeries(row)})`).join(' and ');
  return (
    <Panel title={t('packages.matrix')} flush beside={<span className="soft">{t('packages.matrixLead')}</span>}>
      <Table<Series>
        rowKey={({ flavor, series }) => flavor + series}
        size="small"
        pagination={false}
        scroll={{ x: 860 }}
        dataSource={[...matrix]}
        columns={[
          {
            title: t('packages.series'),
            key: 'series',
            width: 150,
            render: (_, { flavor, series }) => (
              <b>
                {t(`packages.flavor.${flavor}`)} {series}
              </b>
            ),
          },
          {
            title: t('packages.support'),
            key: 'status',
            width: 140,
            render: (_, { status }) => <StateMark of="support" value={status} />,
          },
          {
            title: t('packages.running'),
            key: 'running',
            width: 90,
            align: 'right',
            render: (_, row) => <Running where={whereSeries(row)} />,
          },
          {
            title: t('packages.until'),
            key: 'until',
            width: 170,
            render: (_, row) => <Until row={row} />,
          },
          { title: t('packages.note'), key: 'note', render: (_, { note }) => pick(note) },
        ]}
        summary={() => (
          <Table.Summary.Row>
            <Table.Summary.Cell index={0} colSpan={2}>
              {t('packages.otherSeries')}
            </Table.Summary.Cell>
            <Table.Summary.Cell index={2} align="right">
              <Running where={outside} />
            </Table.Summary.Cell>
            <Table.Summary.Cell index={3} colSpan={2} />
          </Table.Summary.Row>
        )}
      />
    </Panel>
  );
}

/** How many of our instances are of it, and the way to them. */
function Running({ where }: { where: string }) {
  const living = `${where} and state != "decommissioned"`;
  const count = useAnswer(countInventory, { params: { dimension: 'instance' }, query: { where: living } });
  if (!count.data) return <span className="faint">…</span>;
  if (count.data.count === 0) return <span className="faint">0</span>;
  return <Link to={fleetAddress('instance', { where: living })}>{formatCount(count.data.count)}</Link>;
}

function Until({ row: { supportedUntil } }: { row: Series }) {
  const { t } = useTranslation();
  if (supportedUntil === undefined) return <span className="faint">{t('packages.untilNext')}</span>;
  const ending = endingOf(supportedUntil, Date.now());
  return (
    <span className="row" style={{ gap: 6 }}>
      {supportedUntil}
      {ending === 'later' ? null : (
        <span className={ending === 'over' ? 'badge bad' : 'badge warn'}>{t(`packages.ending.${ending}`)}</span>
      )}
    </span>
  );
}
