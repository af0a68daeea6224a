import { getInstanceSpace, type InstanceSpace } from '@myriad/contract';
import { Select, Table, type TableColumnsType } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { formatBytes, formatCount } from '../../shared/format/format-size.ts';
import { CopyRows } from '../../shared/page/CopyRows.tsx';
import { Loaded, Loading } from '../../shared/page/Loaded.tsx';
import { LongTable } from '../../shared/page/LongTable.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { useFilters } from '../../shared/page/use-filters.ts';
import { LookDeeply } from './LookDeeply.tsx';
import type { PartProps } from './parts.ts';
import { SearchField } from './SearchField.tsx';
import { ServerText } from './ServerText.tsx';
import { NotSeen } from './Unreachable.tsx';

const GrowthPanel = lazy(async () => ({ default: (await import('./GrowthPanel.tsx')).GrowthPanel }));

type Sized = InstanceSpace['schemas'][number] | InstanceSpace['tables'][number];
type TableRow = InstanceSpace['tables'][number];
const bytes = (value: number | null) => (value === null ? '—' : formatBytes(value));
const total = ({ dataBytes, indexBytes }: Sized) => (dataBytes ?? 0) + (indexBytes ?? 0);

/** Where the space is, from the last deep look, and how it grows. */
export function SpacePart({ instance }: PartProps) {
  const { t } = useTranslation();
  const { values, change } = useFilters(['schema', 'q']);
  const table = values.q ?? '';
  const query = useAnswer(
    getInstanceSpace,
    {
      params: { instanceId: instance.id },
      query: { ...(values.schema ? { schema: values.schema } : {}), ...(table === '' ? {} : { table }) },
    },
    { keeps: true },
  );
  return (
    <Loaded query={query}>
      {(space) =>
        space.at === undefined ? (
          <Panel title={t('instance.parts.space')} flush>
            <Message
              title={t('instance.space.none')}
              next={t('instance.space.noneNext')}
              act={<LookDeeply clusterId={instance.clusterId} />}
            />
          </Panel>
        ) : (
          <>
            <div className="columns wide">
              <SchemasPanel space={space} chosen={values.schema} onChoose={(name) => change('schema', name)} />
              <Suspense fallback={<Loading />}>
                <GrowthPanel growth={space.growth} />
              </Suspense>
            </div>
            <Panel
              title={t('instance.space.tables')}
              flush
              beside={
                <span className="row wrap">
                  <SearchField value={values.q} onChange={(text) => change('q', text)} />
                  <Select
                    value={values.schema ?? ''}
                    style={{ width: 180 }}
                    aria-label={t('instance.space.schema')}
                    onChange={(name) => change('schema', name)}
                    options={[
                      { value: '', label: t('instance.space.allSchemas') },
                      ...space.schemas.map(({ name }) => ({ value: name, label: name })),
                    ]}
                  />
                  <span className="faint">
                    {t('instance.space.found', { shown: formatCount(space.tables.length), count: space.found })}
                  </span>
                </span>
              }
              acts={<CopyRows rows={space.tables.map((row) => ({ ...row }))} />}
            >
              <TablesTable rows={space.tables} />
            </Panel>
          </>
        )
      }
    </Loaded>
  );
}

interface SchemasPanelProps {
  readonly space: InstanceSpace;
  readonly chosen: string | undefined;
  readonly onChoose: (schema: string) => void;
}

function SchemasPanel({ space, chosen, onChoose }: SchemasPanelProps) {
  const { t } = useTranslation();
  const { at = 0, because, skipped, schemas } = space;
  const names = skipped.map(({ schema }) => schema).join(', ');
  const largest = Math.max(1, ...schemas.map(total));
  return (
    <Panel
      title={t('instance.space.schemas')}
      flush
      acts={
        <span className="faint" title={t('instance.space.estimate')}>
          {t('instance.seenAt')} <RelativeTime at={at} />
        </span>
      }
    >
      {because ? <NotSeen title={t('instance.space.tables')} words={because} /> : null}
      {skipped.length > 0 ? (
        <p className="panel-foot tone-warn">{t('instance.space.skipped', { count: skipped.length, names })}</p>
      ) : null}
      <Table
        rowKey="name"
        size="small"
        pagination={false}
        scroll={{ x: 320, y: 320 }}
        dataSource={[...schemas]}
        rowClassName={({ name }) => (name === chosen ? 'chosen' : '')}
        onRow={({ name }) => {
          const choose = () => onChoose(name === chosen ? '' : name);
          return {
            tabIndex: 0,
            'aria-selected': name === chosen,
            onClick: choose,
            onKeyDown: ({ key }) => (key === 'Enter' ? choose() : undefined),
          };
        }}
        columns={[
          {
            title: t('instance.space.schema'),
            key: 'name',
            ellipsis: true,
            render: (_, schema) => (
              <>
                <ServerText>{schema.name}</ServerText>
                <div className="size-bar" style={{ width: `${Math.max(1, (100 * total(schema)) / largest)}%` }} />
              </>
            ),
          },
          {
            title: t('instance.space.count'),
            key: 'tables',
            width: 84,
            align: 'right',
            render: (_, { tables }) => formatCount(tables),
          },
          {
            title: t('instance.space.total'),
            key: 'total',
            width: 110,
            align: 'right',
            render: (_, schema) => bytes(schema.dataBytes === null ? null : total(schema)),
          },
        ]}
      />
    </Panel>
  );
}

function TablesTable({ rows }: { rows: readonly TableRow[] }) {
  const { t } = useTranslation();
  if (rows.length === 0) return <Message title={t('instance.nothingFits')} next={t('instance.nothingFitsNext')} />;
  const size = (name: 'dataBytes' | 'indexBytes' | 'freeBytes', title: string): TableColumnsType<TableRow>[number] => ({
    title,
    key: name,
    width: 105,
    align: 'right',
    sorter: (a, b) => (a[name] ?? 0) - (b[name] ?? 0),
    render: (_, row) => bytes(row[name]),
  });
  const columns: TableColumnsType<TableRow> = [
    {
      title: t('instance.space.table'),
      key: 'name',
      width: 320,
      ellipsis: true,
      render: (_, { schema, name }) => <ServerText>{`${schema}.${name}`}</ServerText>,
    },
    { title: t('instance.space.engine'), key: 'engine', width: 100, ellipsis: true, render: (_, { engine }) => engine },
    {
      title: t('instance.space.rows'),
      key: 'rows',
      width: 120,
      align: 'right',
      sorter: (a, b) => (a.rows ?? 0) - (b.rows ?? 0),
      render: (_, row) => (row.rows === null ? '—' : formatCount(row.rows)),
    },
    size('dataBytes', t('instance.space.data')),
    size('indexBytes', t('instance.space.index')),
    size('freeBytes', t('instance.space.free')),
    {
      title: t('instance.space.total'),
      key: 'total',
      width: 110,
      align: 'right',
      sorter: (a, b) => total(a) - total(b),
      render: (_, row) => formatBytes(total(row)),
    },
  ];
  return <LongTable rowKey={({ schema, name }) => `${schema}.${name}`} columns={columns} rows={rows} minWidth={980} />;
}
