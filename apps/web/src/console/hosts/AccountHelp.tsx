import { getAccountScript } from '@myriad/contract';
import { Form, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { CopyButton } from '../../shared/page/CopyButton.tsx';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { useSettled } from '../../shared/page/use-settled.ts';
import './hosts.css';

interface AccountProps {
  readonly user: string;
  readonly baseDirectory: string;
}

/** Folded away until somebody wants to know how the account on a host is made. */
export function AccountHelp(props: AccountProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="account-help" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('host.account.title')}</summary>
      {isOpen ? <AccountScript {...props} /> : null}
    </details>
  );
}

/** What an administrator of the host runs as root: the whole script, and the sudo rights in it to read by themselves. */
export function AccountScript(props: AccountProps) {
  const { t } = useTranslation();
  const id = useId();
  const [publicKey, setPublicKey] = useState('');
  const asked = useSettled({ ...props, publicKey: publicKey.trim() });
  const { publicKey: key, ...account } = asked;
  const script = useAnswer(
    getAccountScript,
    { query: { ...account, ...(key ? { publicKey: key } : {}) } },
    { keeps: true },
  );
  return (
    <div className="stack">
      <p className="soft">{t('host.account.lead')}</p>
      <Form.Item
        layout="vertical"
        label={t('host.account.publicKey')}
        htmlFor={id}
        extra={t('host.account.publicKeyHint')}
        style={{ marginBottom: 0 }}
      >
        <Input
          id={id}
          className="mono"
          value={publicKey}
          maxLength={5000}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setPublicKey(event.target.value)}
          data-testid="public-key"
        />
      </Form.Item>
      <Loaded query={script}>
        {(answer) => (
          <>
            <Text title={t('host.account.script')} copy={t('host.account.copyScript')} text={answer.script} />
            <p className="soft">{t('host.account.sudoersLead')}</p>
            <Text
              title={t('host.account.sudoers')}
              copy={t('host.account.copySudoers')}
              text={answer.sudoers.join('\n')}
            />
          </>
        )}
      </Loaded>
    </div>
  );
}

function Text({ title, copy, text }: { title: string; copy: string; text: string }) {
  return (
    <figure className="copied-text">
      <figcaption className="row">
        <b className="grow">{title}</b>
        <CopyButton text={text}>{copy}</CopyButton>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre tabIndex={0}>{text}</pre>
    </figure>
  );
}
