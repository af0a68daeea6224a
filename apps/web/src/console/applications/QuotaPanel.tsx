import { listQuotas } from '@myriad/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePages } from '../../shared/api/use-pages.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { MoreButton } from '../../shared/page/MoreButton.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { QuotaDialog } from './QuotaDialog.tsx';
import { type Quota, QuotaTable } from './QuotaTable.tsx';

/** What an application uses in each environment, beside what it may use. */
export function QuotaPanel({ applicationId }: { applicationId: string }) {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<Partial<Quota>>();
  const quotas = usePages(listQuotas, { query: { applicationId, limit: 100 } });
  return (
    <Panel
      title={t('quota.title')}
      flush
      acts={<Button onClick={() => setEdited({ applicationId })}>{t('quota.set')}</Button>}
    >
      <Loaded query={quotas.query}>
        {(items) =>
          items.length === 0 ? (
            <p className="faint" style={{ padding: '10px 14px' }}>
              {t('quota.none')}
            </p>
          ) : (
            <QuotaTable quotas={items} onEdit={setEdited} />
          )
        }
      </Loaded>
      <MoreButton more={quotas.more} busy={quotas.isFetchingMore} />
      {edited ? <QuotaDialog quota={edited} onClose={() => setEdited(undefined)} /> : null}
    </Panel>
  );
}
