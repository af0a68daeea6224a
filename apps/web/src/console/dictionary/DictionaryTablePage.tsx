import { type DictionaryTableDetail, getDictionaryTable } from '@myriad/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { formatBytes, formatCount } from '../../shared/format/format-size.ts';
import { AbleButton } from '../../shared/page/AbleButton.tsx';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { PageHead } from '../../shared/page/PageHead.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { GrowthPanel } from '../instances/GrowthPanel.tsx';
import { ColumnsPanel } from './ColumnsPanel.tsx';
import { Coverage } from './CoveragePanel.tsx';
import { DescribeDialog } from './DescribeDialog.tsx';
import { DictionaryHistory } from './DictionaryHistory.tsx';
import { IndexesPanel } from './IndexesPanel.tsx';
import { Owner, Said } from './Owner.tsx';
import { ClassChips } from './TagChips.tsx';
import { UseWord } from './UseWord.tsx';
import './dictionary.css';
import '../instances/instances.css';

/** One table: its columns, what is sensitive in it, its indexes and their use, and how it grew. */
export function DictionaryTablePage() {
  const { clusterId = '', tableId = '' } = useParams();
  const table = useAnswer(getDictionaryTable, { params: { clusterId, tableId } });
  return <Loaded query={table}>{(detail) => <TableDetail table={detail} />}</Loaded>;
}

/** Columns and indexes whose part of the page wants room come below what is told in a line. */
function TableDetail({ table }: { table: DictionaryTableDetail }) {
  const { t } = useTranslation();
  const [isDescribing, setDescribing] = useState(false);
  const name = `${table.schema}.${table.name}`;
  const growth = table.growth.flatMap(({ at, dataBytes, indexBytes }) =>
    dataBytes === null ? [] : [{ at, tables: 1, dataBytes, indexBytes: indexBytes ?? 0 }],
  );
  return (
    <div className="page">
      <PageHead
        title={name}
        beside={
          <span className="row wrap">
            <Link to={`/clusters/${table.clusterId}`}>{table.cluster}</Link>
            <ClassChips classes={table.classes} />
            {table.goneAt === undefined ? null : (
              <span className="badge warn">
                {t('dictionary.filters.gone')} · <RelativeTime at={table.goneAt} />
              </span>
            )}
          </span>
        }
        acts={
          <AbleButton ability={table.abilities.describe} onClick={() => setDescribing(true)}>
            {t('dictionary.describe')}
          </AbleButton>
        }
      />
      <Facts table={table} />
      <ColumnsPanel table={table} />
      <IndexesPanel table={table} />
      {growth.length > 0 ? (
        <GrowthPanel growth={growth} />
      ) : (
        <Panel title={t('instance.space.growth')}>
          <span className="faint">{t('dictionary.growthNone')}</span>
        </Panel>
      )}
      <DictionaryHistory clusterId={table.clusterId} />
      {isDescribing ? (
        <DescribeDialog
          clusterId={table.clusterId}
          objectId={table.id}
          name={name}
          note={table.note ?? ''}
          owner={table.owner?.from === 'own' ? table.owner.name : ''}
          onClose={() => setDescribing(false)}
        />
      ) : null}
    </div>
  );
}

function Facts({ table }: { table: DictionaryTableDetail }) {
  const { t } = useTranslation();
  const size = table.dataBytes === null ? '—' : formatBytes(table.dataBytes + (table.indexBytes ?? 0));
  return (
    <dl className="panel dictionary-facts">
      <dt>{t('dictionary.comment')}</dt>
      <dd>
        <Said comment={table.comment} note={table.note} />
      </dd>
      <dt>{t('dictionary.owner')}</dt>
      <dd>
        <Owner owner={table.owner} />
      </dd>
      <dt>{t('dictionary.kind')}</dt>
      <dd>
        {t(`dictionary.kinds.${table.kind}`)} {table.engine}
      </dd>
      <dt>{t('dictionary.rows')}</dt>
      <dd>{table.rows === null ? '—' : formatCount(table.rows)}</dd>
      <dt>{t('dictionary.size')}</dt>
      <dd>{size}</dd>
      {table.kind === 'table' ? (
        <>
          <dt>{t('dictionary.use')}</dt>
          <dd>
            <UseWord use={table.use} says />
          </dd>
        </>
      ) : null}
      <dt>{t('dictionary.seen')}</dt>
      <dd>
        <RelativeTime at={table.seenAt} />
        {table.look ? ` · ${t('dictionary.from')} ${table.look.from.name}` : null}
      </dd>
      {table.look ? (
        <>
          <dt>{t('dictionary.coverage')}</dt>
          <dd>
            <Coverage use={table.look.use} />
          </dd>
        </>
      ) : null}
    </dl>
  );
}
