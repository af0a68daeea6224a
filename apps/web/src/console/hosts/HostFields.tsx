import { Form, type FormInstance, Input, InputNumber, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { ThingSelect } from '../tickets/new/ThingSelect.tsx';
import { AccountHelp } from './AccountHelp.tsx';
import type { HostFormValues } from './host-form.ts';

const initial = {
  zone: 'default',
  baseDirectory: '/var/lib/myriad',
  sshPort: 22,
  user: 'myriad',
  login: 'key',
} as const;

export function HostFields({ form }: { form: FormInstance<HostFormValues> }) {
  const { t } = useTranslation();
  const login = Form.useWatch('login', form) ?? initial.login;
  const user = Form.useWatch('user', form);
  const baseDirectory = Form.useWatch('baseDirectory', form);
  const required = [{ required: true }];
  return (
    <Form form={form} layout="vertical" initialValues={initial}>
      <div className="form-pair">
        <Form.Item name="name" label={t('host.name')} rules={required}>
          <Input autoFocus maxLength={63} spellCheck={false} autoComplete="off" />
        </Form.Item>
        <Form.Item name="zone" label={t('host.zone')} rules={required}>
          <Input maxLength={64} />
        </Form.Item>
        <Form.Item name="address" label={t('host.address')} extra={t('host.addressHint')} rules={required}>
          <Input maxLength={253} spellCheck={false} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="baseDirectory"
          label={t('host.baseDirectory')}
          extra={t('host.baseDirectoryHint')}
          rules={required}
        >
          <Input maxLength={200} spellCheck={false} />
        </Form.Item>
        <Form.Item name="sshAddress" label={t('host.sshAddress')} extra={t('host.sshAddressHint')}>
          <Input maxLength={253} spellCheck={false} autoComplete="off" />
        </Form.Item>
        <Form.Item name="sshPort" label={t('host.sshPort')} rules={required}>
          <InputNumber min={1} max={65535} style={{ width: 120 }} />
        </Form.Item>
        <Form.Item name="user" label={t('host.sshUser')} extra={t('host.sshUserHint')} rules={required}>
          <Input maxLength={64} spellCheck={false} autoComplete="off" />
        </Form.Item>
        <Form.Item name="jumps" label={t('host.jumps')} extra={t('host.jumpsHint')}>
          <ThingSelect field="hostIds" />
        </Form.Item>
      </div>
      <AccountHelp user={user ?? initial.user} baseDirectory={baseDirectory ?? initial.baseDirectory} />
      <Form.Item name="login" label={t('host.login')}>
        <Radio.Group
          optionType="button"
          options={[
            { value: 'key', label: t('host.loginKey') },
            { value: 'password', label: t('host.loginPassword') },
            { value: 'agent', label: t('host.loginAgent') },
          ]}
        />
      </Form.Item>
      {login === 'key' ? (
        <Form.Item name="privateKey" label={t('host.loginKey')} rules={required}>
          <Input.TextArea rows={4} maxLength={20000} className="mono" spellCheck={false} autoComplete="off" />
        </Form.Item>
      ) : null}
      {login === 'password' ? (
        <Form.Item name="password" label={t('host.loginPassword')} rules={required}>
          <Input.Password maxLength={500} autoComplete="off" />
        </Form.Item>
      ) : null}
    </Form>
  );
}
