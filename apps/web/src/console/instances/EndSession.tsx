import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { AbleButton } from '../../shared/page/AbleButton.tsx';
import { killSessionKind, useTicketWay } from './ticket-address.ts';

/** Asks by ticket for the end of a session; nothing where the platform offers none. */
export function EndSession({ instanceId, session }: { instanceId: string; session: number }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const way = useTicketWay(killSessionKind);
  if (!way) return null;
  const act = {
    size: 'small',
    type: 'link',
    danger: true,
    'aria-label': t('instance.sessions.endOf', { id: session }),
    children: t('instance.sessions.end'),
  } as const;
  if (!way.ability.allowed) return <AbleButton ability={way.ability} {...act} />;
  return <Button {...act} onClick={() => void navigate(way.address({ instanceId, sessionId: String(session) }))} />;
}
