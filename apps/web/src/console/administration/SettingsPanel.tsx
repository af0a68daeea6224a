import { changeSettings, getSettings } from '@myriad/contract';
import { App, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { useSend } from '../../shared/api/use-send.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';

export function SettingsPanel() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const settings = useAnswer(getSettings, {});
  const change = useSend(changeSettings, {
    refreshes: [getSettings],
    onDone: () => void message.success(t('administration.setting.saved')),
  });
  return (
    <Panel title={t('administration.settings')}>
      <Loaded query={settings}>
        {({ approveOwnTickets }) => (
          <div className="stack">
            <div className="row" style={{ gap: 12, alignItems: 'flex-start' }}>
              <Switch
                checked={approveOwnTickets}
                loading={change.isSending}
                aria-label={t('administration.setting.approveOwn')}
                onChange={(checked) => change.send({ body: { approveOwnTickets: checked } })}
              />
              <div>
                <b>{t('administration.setting.approveOwn')}</b>
                <div className="soft">{t('administration.setting.approveOwnHint')}</div>
              </div>
            </div>
            <ProblemNote error={change.error} />
          </div>
        )}
      </Loaded>
    </Panel>
  );
}
