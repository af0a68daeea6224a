import type { HostView } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../shared/page/Panel.tsx';
import { AccountHelp } from './AccountHelp.tsx';

/** The account the platform signs in with on this host, and how it is made there. Not for a host without SSH. */
export function AccountPanel({ host }: { host: HostView }) {
  const { t } = useTranslation();
  const login = host.paths.find((path) => path.kind === 'ssh');
  if (login?.kind !== 'ssh') return null;
  return (
    <Panel title={t('host.sshUser')} beside={<code>{login.user}</code>}>
      <AccountHelp user={login.user} baseDirectory={host.baseDirectory} />
    </Panel>
  );
}
