import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CopyButton } from '../../shared/page/CopyButton.tsx';
import { usePick } from '../../shared/words/use-words.ts';
import { EditRowForm } from './EditRowForm.tsx';
import { linkFrom, linksTo, pageOfRow } from './row-links.ts';
import { TableCell } from './TableCell.tsx';
import type { TableView } from './TableRows.tsx';
import { tableAddress } from './tables-address.ts';

interface RowDrawerProps {
  readonly table: TableView;
  readonly tables: readonly TableView[];
  readonly rowKey: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly onClose: () => void;
}

/** One row whole: every column, where it leads, who speaks of it, and what of it may be changed. */
export function RowDrawer({ table, tables, rowKey, values, onClose }: RowDrawerProps) {
  const { t } = useTranslation();
  const pick = usePick();
  const [isEditing, setEditing] = useState(false);
  const editable = table.columns.filter((column) => column.editable);
  const page = pageOfRow(table.name, values);
  const back = linksTo(table, values, tables);
  const wordsOf = (name: string) => {
    const words = tables.find((each) => each.name === name)?.words;
    return words ? pick(words) : name;
  };
  return (
    <Drawer
      open
      size={640}
      onClose={onClose}
      title={table.key.map((name) => String(values[name] ?? '')).join(' · ')}
      extra={
        <span className="row">
          {page ? <Link to={page}>{t('tables.itsPage')}</Link> : null}
          <CopyButton text={JSON.stringify(values, null, 2)}>{t('extract.copy', { format: 'JSON' })}</CopyButton>
        </span>
      }
    >
      {isEditing ? (
        <EditRowForm
          table={table.name}
          rowKey={rowKey}
          columns={editable}
          values={values}
          onDone={() => setEditing(false)}
        />
      ) : (
        <dl className="row-values">
          {table.columns.map((column) => (
            <Value key={column.name} name={column.name}>
              <TableCell
                whole
                value={values[column.name]}
                type={column.type}
                link={linkFrom(table, column.name, values, tables)}
              />
            </Value>
          ))}
        </dl>
      )}
      {isEditing ? null : (
        <p className="soft" style={{ marginTop: 14 }}>
          {editable.length > 0 ? (
            <>
              <Button onClick={() => setEditing(true)}>{t('tables.edit')}</Button>{' '}
              {t('tables.editable', { columns: editable.map(({ name }) => name).join(', ') })}
            </>
          ) : (
            t('tables.readOnly')
          )}
        </p>
      )}
      {back.length > 0 ? (
        <section style={{ marginTop: 18 }}>
          <h3 style={{ fontSize: 13 }}>{t('tables.spokenOf')}</h3>
          <div className="row wrap" style={{ gap: '2px 16px' }}>
            {back.map((link) => (
              <Link key={link.table} to={tableAddress(link)}>
                {wordsOf(link.table)}
              </Link>
            ))}
          </div>
        </section>
      ) : null}
    </Drawer>
  );
}

function Value({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt>
        <code>{name}</code>
      </dt>
      <dd>{children}</dd>
    </>
  );
}
