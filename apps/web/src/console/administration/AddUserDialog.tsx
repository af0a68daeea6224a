import { createUser, listUsers, type Role } from '@myriad/contract';
import { Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../shared/api/use-send.ts';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';
import { useFieldFaults } from '../../shared/page/use-field-faults.ts';
import { RoleChoice } from './RoleChoice.tsx';

const fieldOfCode = { USER_NAME_TAKEN: 'name' };

export function AddUserDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ name: string; password: string; roles: Role[] }>();
  const faults = useFieldFaults(form, fieldOfCode);
  const { send, isSending } = useSend(createUser, {
    refreshes: [listUsers],
    onDone: onClose,
    onRefused: faults.place,
  });
  const add = () => {
    faults.forget();
    void form.validateFields().then(
      ({ roles = [], ...body }) => send({ body: { ...body, ...(roles.length > 0 ? { roles } : {}) } }),
      () => undefined,
    );
  };
  return (
    <Modal
      open
      title={t('administration.user.add')}
      okText={t('frame.act.add')}
      confirmLoading={isSending}
      onOk={add}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" initialValues={{ roles: ['requester'] }}>
        <Form.Item name="name" label={t('administration.user.name')} rules={[{ required: true }]}>
          <Input autoFocus maxLength={64} autoComplete="off" spellCheck={false} />
        </Form.Item>
        <Form.Item name="password" label={t('administration.user.password')} rules={[{ required: true, min: 12 }]}>
          <Input.Password maxLength={200} autoComplete="new-password" />
        </Form.Item>
        <Form.Item name="roles" label={t('administration.user.roles')} extra={t('administration.user.noRoleHint')}>
          <RoleChoice />
        </Form.Item>
      </Form>
      <ProblemNote {...faults.note} />
    </Modal>
  );
}
