import { createUser, listUsers, type Role } from '@myriad/contract';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../shared/api/use-send.ts';
import { FormDialog } from '../../shared/page/FormDialog.tsx';
import { useFieldFaults } from '../../shared/page/use-field-faults.ts';
import { RoleChoice } from './RoleChoice.tsx';

interface Values {
  readonly name: string;
  readonly password: string;
  readonly roles?: Role[];
}

const fieldOfCode = { USER_NAME_TAKEN: 'name' };

export function AddUserDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const faults = useFieldFaults(form, fieldOfCode);
  const { send, isSending } = useSend(createUser, {
    refreshes: [listUsers],
    onDone: onClose,
    onRefused: faults.place,
  });
  const add = ({ roles = [], ...body }: Values) => send({ body: { ...body, ...(roles.length > 0 ? { roles } : {}) } });
  return (
    <FormDialog
      title={t('administration.user.add')}
      okText={t('frame.act.add')}
      form={form}
      faults={faults}
      initial={{ roles: ['requester'] }}
      isSending={isSending}
      onSend={add}
      onClose={onClose}
    >
      <Form.Item name="name" label={t('administration.user.name')} rules={[{ required: true }]}>
        <Input maxLength={64} autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name="password" label={t('administration.user.password')} rules={[{ required: true, min: 12 }]}>
        <Input.Password maxLength={200} autoComplete="new-password" />
      </Form.Item>
      <Form.Item name="roles" label={t('administration.user.roles')} extra={t('administration.user.noRoleHint')}>
        <RoleChoice />
      </Form.Item>
    </FormDialog>
  );
}
