import { LogoutOutlined, UserOutlined } from '@ant-design/icons';
import { type Me, signOut } from '@myriad/contract';
import { Button, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { queryClient } from '../../shared/api/client.ts';
import { useSend } from '../../shared/api/use-send.ts';
import { LongName } from '../../shared/page/LongName.tsx';

export function AccountMenu({ me }: { me: Me }) {
  const { t } = useTranslation();
  // A whole new load: nothing of what one person saw stays in memory for the next.
  const leave = () => {
    queryClient.clear();
    window.location.assign('/sign-in');
  };
  const { send, isSending } = useSend(signOut, { onDone: leave });
  const roles = me.roles.map((role) => t(`frame.account.roles.${role}`)).join(' · ');
  return (
    <div className="row account">
      <UserOutlined aria-hidden />
      <div className="grow" title={t('frame.account.signedInAs', { name: me.name })}>
        <LongName>{me.name}</LongName>
        <div className="faint account-roles">
          <Link to="/rights" title={t('rights.mine')}>
            <LongName>{roles || t('rights.minePlace', { count: me.narrow?.length ?? 0 })}</LongName>
          </Link>
        </div>
      </div>
      <Tooltip title={t('frame.account.signOut')}>
        <Button
          type="text"
          icon={<LogoutOutlined />}
          loading={isSending}
          aria-label={t('frame.account.signOut')}
          onClick={() => send({})}
        />
      </Tooltip>
    </div>
  );
}
