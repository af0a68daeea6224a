import type { Words } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Message } from '../../shared/page/Message.tsx';
import { StateShape } from '../../shared/state/StateShape.tsx';
import { usePick } from '../../shared/words/use-words.ts';
import { instanceAddress } from './parts.ts';

/** In place of what a server would say: why it does not, and where to look instead. */
export function Unreachable({ instanceId, because }: { instanceId: string; because: Words | undefined }) {
  const { t } = useTranslation();
  const pick = usePick();
  return (
    <div role="status">
      <Message
        title={t('instance.unreachable')}
        next={because ? `${pick(because)} ${t('instance.unreachableNext')}` : t('instance.unreachableNext')}
        act={<Link to={instanceAddress(instanceId, 'log')}>{t('instance.parts.log')}</Link>}
      />
    </div>
  );
}

/** A part the server did not let be seen, beside those it did. */
export function NotSeen({ title, words }: { title: string; words: Words }) {
  const { t } = useTranslation();
  const pick = usePick();
  return (
    <p className="not-seen">
      <StateShape shape="slash" tone="warn" size={11} />
      <span>
        <b>{t('instance.notSeen', { what: title })}</b> <bdi>{pick(words)}</bdi>
      </span>
    </p>
  );
}
