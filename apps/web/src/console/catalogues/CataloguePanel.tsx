import { Button, Popconfirm, Table, type TableColumnsType } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';

interface Row {
  readonly name: string;
  readonly description: string;
  readonly described: boolean;
  readonly uses: number;
}

interface CataloguePanelProps<R extends Row> {
  readonly part: 'environments' | 'zones' | 'specifications';
  readonly query: Parameters<typeof Loaded<{ readonly items: readonly R[] }>>[0]['query'];
  readonly columns: TableColumnsType<R>;
  /** Where what uses a row is listed. */
  readonly usesOf: (name: string) => string;
  readonly onRemove: (name: string) => void;
  readonly error: Error | undefined;
  /** The dialog that adds (no row) or changes one. */
  readonly dialog: (row: R | undefined, close: () => void) => ReactNode;
}

/** Names things are sorted by: also those in use that nobody has described yet. */
export function CataloguePanel<R extends Row>(props: CataloguePanelProps<R>) {
  const { part, query, columns, usesOf, onRemove, error, dialog } = props;
  const { t } = useTranslation();
  const [open, setOpen] = useState<{ readonly row?: R }>();
  const add = <Button onClick={() => setOpen({})}>{t('frame.act.add')}</Button>;
  return (
    <Panel
      title={t(`catalogue.${part}.title`)}
      flush
      acts={add}
      beside={<span className="soft">{t(`catalogue.${part}.lead`)}</span>}
    >
      <ProblemNote error={error} />
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Message title={t('catalogue.none')} next={t(`catalogue.${part}.lead`)} act={add} />
          ) : (
            <Table<R>
              rowKey="name"
              size="small"
              pagination={false}
              scroll={{ x: 760 }}
              dataSource={[...items]}
              columns={[
                {
                  title: t('catalogue.name'),
                  key: 'name',
                  width: 180,
                  render: (_, { name, described }) => (
                    <span className="row">
                      <b>{name}</b>
                      {described ? null : <span className="badge warn">{t('catalogue.undescribed')}</span>}
                    </span>
                  ),
                },
                ...columns,
                {
                  title: t('catalogue.description'),
                  key: 'description',
                  ellipsis: true,
                  render: (_, row) => row.description,
                },
                {
                  title: t('catalogue.uses'),
                  key: 'uses',
                  width: 80,
                  align: 'right',
                  render: (_, { name, uses }) => (uses > 0 ? <Link to={usesOf(name)}>{uses}</Link> : uses),
                },
                {
                  title: '',
                  key: 'acts',
                  width: 130,
                  align: 'right',
                  render: (_, row) => (
                    <>
                      <Button type="link" size="small" onClick={() => setOpen({ row })}>
                        {t(row.described ? 'catalogue.edit' : 'catalogue.describe')}
                      </Button>
                      {row.described ? (
                        <Popconfirm
                          title={t('catalogue.removeAsk', { name: row.name })}
                          okText={t('catalogue.remove')}
                          onConfirm={() => onRemove(row.name)}
                        >
                          <Button type="link" size="small" danger>
                            {t('catalogue.remove')}
                          </Button>
                        </Popconfirm>
                      ) : null}
                    </>
                  ),
                },
              ]}
            />
          )
        }
      </Loaded>
      {open ? dialog(open.row, () => setOpen(undefined)) : null}
    </Panel>
  );
}
