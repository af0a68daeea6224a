import { listRights } from '@myriad/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePages } from '../../shared/api/use-pages.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { MoreButton } from '../../shared/page/MoreButton.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { GrantDialog } from './GrantDialog.tsx';
import { RightsTable } from './RightsTable.tsx';

/** Everything that was granted: the part of the administration. */
export function RightsPanel() {
  const { t } = useTranslation();
  const [isGranting, setGranting] = useState(false);
  const rights = usePages(listRights, { query: {} });
  const grant = <Button onClick={() => setGranting(true)}>{t('rights.grant')}</Button>;
  return (
    <Panel title={t('administration.rights')} flush acts={grant}>
      <Loaded query={rights.query}>
        {(items) =>
          items.length === 0 ? (
            <Message title={t('rights.none')} next={t('rights.noneNext')} act={grant} />
          ) : (
            <RightsTable rights={items} />
          )
        }
      </Loaded>
      <MoreButton more={rights.more} busy={rights.isFetchingMore} />
      {isGranting ? <GrantDialog onClose={() => setGranting(false)} /> : null}
    </Panel>
  );
}
