import type { Answer, getClusterCompliance } from '@myriad/contract';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Message } from '../../shared/page/Message.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { bringBackAddress } from './bring-back-address.ts';

type Back = Answer<typeof getClusterCompliance>['back'];

/** A ticket each, its form filled in. */
export function WaysBack({ back, isRight }: { back: Back; isRight: boolean }) {
  const { t } = useTranslation();
  const quiet = isRight ? 'standard.allRight' : 'standard.backNone';
  return (
    <Panel title={t('standard.back')} flush beside={<span className="soft">{t('standard.backLead')}</span>}>
      {back.length === 0 ? (
        <Message title={t(quiet)} next={t(`${quiet}Next`)} />
      ) : (
        back.map(({ clusterId, instanceId, name, settings, restart }) => (
          <div key={clusterId ?? instanceId} className="way-back">
            <span>
              <b>{name}</b>{' '}
              {settings.map((setting, n) => (
                <span key={setting}>
                  {n > 0 ? ', ' : ''}
                  <code>{setting}</code>
                </span>
              ))}{' '}
              {restart > 0 ? (
                <span className="tone-warn">{t('standard.bringBackRestart', { count: restart })}</span>
              ) : null}
            </span>
            <Link to={bringBackAddress({ clusterId, instanceId }, settings)} data-testid="bring-back">
              <Button type="primary" tabIndex={-1}>
                {t('standard.bringBackOn', { name })}
              </Button>
            </Link>
          </div>
        ))
      )}
    </Panel>
  );
}
