import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { AbleButton } from '../../shared/page/AbleButton.tsx';
import { killSessionKind, useTicketWay } from './ticket-address.ts';

interface EndSessionProps {
  readonly instanceId: string;
  readonly session: number;
  /** As seen: if the number is somebody else’s by then, nothing is ended. */
  readonly user: string | undefined;
  readonly host: string | undefined;
  readonly command: string | undefined;
}

/** What was made harmless for the page is no longer what the server said. */
const isWhole = (text: string | undefined): text is string => !!text && !/[\ufffd…]/.test(text);

/** Asks by ticket for the end of a session; nothing where the platform offers none. */
export function EndSession({ instanceId, session, user, host, command }: EndSessionProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const way = useTicketWay(killSessionKind);
  if (!way) return null;
  // One that runs nothing holds what it holds by its open transaction: only the connection's end lets go of that.
  const end = command !== undefined && /^sleep$/i.test(command) ? 'connection' : 'query';
  const seen = { ...(isWhole(user) ? { user } : {}), ...(isWhole(host) ? { host } : {}) };
  const prefill = { instanceId, sessionId: String(session), end, ...seen };
  const act = {
    size: 'small',
    type: 'link',
    danger: true,
    'aria-label': t('instance.sessions.endOf', { id: session }),
    children: t('instance.sessions.end'),
  } as const;
  if (!way.ability.allowed) return <AbleButton ability={way.ability} {...act} />;
  return <Button {...act} onClick={() => void navigate(way.address(prefill))} />;
}
