import { listTables } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { PageHead } from '../../shared/page/PageHead.tsx';
import { usePick } from '../../shared/words/use-words.ts';
import { TableRows } from './TableRows.tsx';

/** One table: its rows, filtered and followed. */
export function TablePage() {
  const { table = '' } = useParams();
  const { t } = useTranslation();
  const pick = usePick();
  const tables = useAnswer(listTables, {});
  return (
    <div className="page">
      <Loaded query={tables}>
        {({ items }) => {
          const found = items.find(({ name }) => name === table);
          if (!found)
            return (
              <>
                <PageHead title={t('tables.title')} />
                <Message
                  title={t('tables.unknown', { name: table })}
                  next={t('tables.unknownNext')}
                  act={<Link to="/tables">{t('tables.all')}</Link>}
                />
              </>
            );
          return (
            <>
              <PageHead
                title={pick(found.words)}
                beside={
                  <span className="row wrap faint">
                    <code>{found.name}</code>
                    {found.hidden.length > 0 ? (
                      <span title={found.hidden.join(', ')}>{t('tables.hidden', { count: found.hidden.length })}</span>
                    ) : null}
                  </span>
                }
                acts={<Link to="/tables">{t('tables.all')}</Link>}
              />
              <TableRows key={found.name} table={found} tables={items} />
            </>
          );
        }}
      </Loaded>
    </div>
  );
}
