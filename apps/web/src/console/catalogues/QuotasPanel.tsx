import { listQuotas } from '@myriad/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { longPage, usePages } from '../../shared/api/use-pages.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { MoreButton } from '../../shared/page/MoreButton.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { QuotaDialog } from '../applications/QuotaDialog.tsx';
import { type Quota, QuotaTable } from '../applications/QuotaTable.tsx';

/** What every application uses of what it may use. */
export function QuotasPanel() {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<Partial<Quota>>();
  const quotas = usePages(listQuotas, { query: { limit: longPage } });
  const set = <Button onClick={() => setEdited({})}>{t('quota.set')}</Button>;
  return (
    <Panel
      title={t('catalogue.quotas.title')}
      flush
      acts={set}
      beside={<span className="soft">{t('catalogue.quotas.lead')}</span>}
    >
      <Loaded query={quotas.query}>
        {(items) =>
          items.length === 0 ? (
            <Message title={t('quota.noneAtAll')} next={t('catalogue.quotas.lead')} act={set} />
          ) : (
            <QuotaTable withApplication quotas={items} onEdit={setEdited} />
          )
        }
      </Loaded>
      <MoreButton more={quotas.more} busy={quotas.isFetchingMore} />
      {edited ? <QuotaDialog quota={edited} onClose={() => setEdited(undefined)} /> : null}
    </Panel>
  );
}
