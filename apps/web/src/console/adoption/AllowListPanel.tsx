import { type AllowList, getAllowList, setAllowList } from '@myriad/contract';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { useSend } from '../../shared/api/use-send.ts';
import { AbleButton } from '../../shared/page/AbleButton.tsx';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';

/** Networks that may be looked in. Nothing is resolved and no password sent outside of them. */
export function AllowListPanel() {
  const { t } = useTranslation();
  const list = useAnswer(getAllowList, {});
  return (
    <Panel title={t('adoption.allowList')}>
      <Loaded query={list}>{(loaded) => <Networks list={loaded} />}</Loaded>
    </Panel>
  );
}

function Networks({ list: { items, abilities } }: { list: AllowList }) {
  const { t } = useTranslation();
  const [cidr, setCidr] = useState('');
  const { send, isSending, error } = useSend(setAllowList, { refreshes: [getAllowList], onDone: () => setCidr('') });
  const kept = items.map(({ cidr: known, note }) => ({ cidr: known, note }));
  const add = () => send({ body: { networks: [...kept, { cidr: cidr.trim() }] } });
  return (
    <div className="stack">
      {items.length === 0 ? (
        <Message
          title={t('adoption.allowListEmpty')}
          next={t(abilities.edit.allowed ? 'adoption.allowListAdd' : 'adoption.allowListAsk')}
        />
      ) : (
        <ul className="record" data-testid="allow-list">
          {items.map((network) => (
            <li key={network.cidr} className="row wrap">
              <code className="mono">{network.cidr}</code>
              <span className="soft">{network.note}</span>
              <span className="faint">{network.addedBy}</span>
              <span className="grow" />
              <AbleButton
                ability={abilities.edit}
                size="small"
                type="text"
                loading={isSending}
                aria-label={`${t('adoption.removeNetwork')}: ${network.cidr}`}
                onClick={() => send({ body: { networks: kept.filter((one) => one.cidr !== network.cidr) } })}
              >
                {t('adoption.removeNetwork')}
              </AbleButton>
            </li>
          ))}
        </ul>
      )}
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault();
          if (abilities.edit.allowed && cidr.trim() !== '') add();
        }}
      >
        <Input
          value={cidr}
          placeholder="10.20.0.0/16"
          aria-label={t('adoption.network')}
          className="mono"
          disabled={!abilities.edit.allowed}
          onChange={(event) => setCidr(event.target.value)}
          data-testid="network"
        />
        <AbleButton ability={abilities.edit} htmlType="submit" loading={isSending} data-testid="add-network">
          {t('adoption.addNetwork')}
        </AbleButton>
      </form>
      <ProblemNote error={error} />
    </div>
  );
}
