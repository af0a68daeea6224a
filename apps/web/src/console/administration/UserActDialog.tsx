import { changeUserRoles, disableUser, enableUser, endSessions, listUsers, type UserView } from '@myriad/contract';
import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../shared/api/use-send.ts';
import { Dialog } from '../../shared/page/Dialog.tsx';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';
import { ResetPasswordDialog } from './ResetPasswordDialog.tsx';
import { RoleChoice } from './RoleChoice.tsx';
import { useEndedWords } from './use-ended-words.ts';

export type UserAct = 'roles' | 'password' | 'sessions' | 'disable' | 'enable';

interface UserActProps {
  readonly user: UserView;
  readonly onClose: () => void;
}

/** Says what an act does to a user, and does it. */
export function UserActDialog({ act, ...props }: UserActProps & { act: UserAct }) {
  if (act === 'password') return <ResetPasswordDialog {...props} />;
  if (act === 'roles') return <RolesDialog {...props} />;
  if (act === 'sessions') return <SessionsDialog {...props} />;
  return <AccessDialog act={act} {...props} />;
}

function RolesDialog({ user, onClose }: UserActProps) {
  const { t } = useTranslation();
  const [roles, setRoles] = useState(user.roles);
  const { send, isSending, error } = useSend(changeUserRoles, { refreshes: [listUsers], onDone: onClose });
  return (
    <Dialog
      open
      title={t('administration.actTitle.roles', { name: user.name })}
      okText={t('frame.act.save')}
      okButtonProps={{ disabled: roles.length === 0, loading: isSending }}
      onOk={() => send({ params: { userId: user.id }, body: { roles } })}
      onCancel={onClose}
    >
      <div className="stack">
        <p className="soft">{t('administration.actLead.roles')}</p>
        <RoleChoice value={roles} onChange={setRoles} dropAdministrator={user.abilities.dropAdministrator} />
        <ProblemNote error={error} />
      </div>
    </Dialog>
  );
}

function SessionsDialog({ user, onClose }: UserActProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const wordsOf = useEndedWords();
  const { send, isSending, error } = useSend(endSessions, {
    onDone: (ended) => {
      void message.success(wordsOf(ended));
      onClose();
    },
  });
  return (
    <Dialog
      open
      title={t('administration.actTitle.sessions', { name: user.name })}
      okText={t('administration.act.sessions')}
      okButtonProps={{ danger: true, loading: isSending }}
      onOk={() => send({ params: { userId: user.id } })}
      onCancel={onClose}
    >
      <p>{t('administration.actLead.sessions')}</p>
      <ProblemNote error={error} />
    </Dialog>
  );
}

function AccessDialog({ act, user, onClose }: UserActProps & { act: 'disable' | 'enable' }) {
  const { t } = useTranslation();
  const { send, isSending, error } = useSend(act === 'disable' ? disableUser : enableUser, {
    refreshes: [listUsers],
    onDone: onClose,
  });
  return (
    <Dialog
      open
      title={t(`administration.actTitle.${act}`, { name: user.name })}
      okText={t(`administration.act.${act}`)}
      okButtonProps={{ danger: act === 'disable', loading: isSending }}
      onOk={() => send({ params: { userId: user.id } })}
      onCancel={onClose}
    >
      <p>{t(`administration.actLead.${act}`)}</p>
      <ProblemNote error={error} />
    </Dialog>
  );
}
