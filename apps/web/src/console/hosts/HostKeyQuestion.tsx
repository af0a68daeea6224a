import { Alert, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Copyable } from '../../shared/page/Copyable.tsx';

/** Asks a person to compare the key seen with what the host itself says. */
export function HostKeyQuestion({ hostKey, onChange }: { hostKey: string; onChange: (hostKey: string) => void }) {
  const { t } = useTranslation();
  const [isKnown] = useState(hostKey !== '');
  return (
    <div className="stack">
      {isKnown ? (
        <Alert type="warning" showIcon title={<code style={{ overflowWrap: 'anywhere' }}>{hostKey}</code>} />
      ) : (
        <div>
          <p id="host-key-unknown">{t('host.keyUnknown')}</p>
          <Input
            className="mono"
            aria-labelledby="host-key-unknown"
            value={hostKey}
            onChange={(event) => onChange(event.target.value)}
          />
        </div>
      )}
      <p>{t('host.keySeenLead')}</p>
      <Copyable text={t('host.keySeenCommand')} />
    </div>
  );
}
