import {
  getGroup,
  getPersonRights,
  grantRight,
  HolderKind,
  listApplications,
  listClusters,
  listEnvironments,
  listGroups,
  listRights,
  listUsers,
  Role,
  ScopeKind,
} from '@myriad/contract';
import { Form, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { useSend } from '../../shared/api/use-send.ts';
import { FormDialog } from '../../shared/page/FormDialog.tsx';
import { useFieldFaults } from '../../shared/page/use-field-faults.ts';

interface Values {
  readonly holderKind: HolderKind;
  readonly holder: string;
  readonly role: Role;
  readonly scopeKind: ScopeKind;
  readonly scopeId?: string;
  /** As the browser's own field gives it, in the reader's zone. */
  readonly until?: string;
  readonly reason?: string;
}

const fieldOfCode = {
  HOLDER_NOT_FOUND: 'holder',
  SCOPE_NOT_FOUND: 'scopeId',
  ADMINISTRATOR_SCOPE: 'scopeKind',
  RIGHT_END_PASSED: 'until',
};

/** A role on a scope, to a person or a group. */
export function GrantDialog({ given, onClose }: { given?: Partial<Values>; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const faults = useFieldFaults(form, fieldOfCode);
  const { send, isSending } = useSend(grantRight, {
    refreshes: [listRights, getGroup, getPersonRights],
    onDone: onClose,
    onRefused: faults.place,
  });
  const holderKind = Form.useWatch('holderKind', form) ?? 'person';
  const scopeKind = Form.useWatch('scopeKind', form) ?? 'application';
  const holders = useHolders(holderKind);
  const scopes = useScopes(scopeKind);
  const grant = ({ holder, role, scopeId = '', until, reason = '' }: Values) =>
    send({
      body: {
        holder: { kind: holderKind, name: holder },
        role,
        scope: { kind: scopeKind, id: scopeKind === 'all' ? '' : scopeId },
        ...(until ? { untilAt: new Date(until).getTime() } : {}),
        reason,
      },
    });
  const required = [{ required: true }];
  return (
    <FormDialog
      title={t('rights.grant')}
      okText={t('rights.grant')}
      form={form}
      faults={faults}
      initial={{ holderKind: 'person', role: 'requester', scopeKind: 'application', ...given }}
      isSending={isSending}
      onSend={grant}
      onClose={onClose}
    >
      <Form.Item name="holderKind" label={t('rights.holder')}>
        <Radio.Group
          optionType="button"
          options={HolderKind.options.map((value) => ({ value, label: t(`rights.holderKind.${value}`) }))}
          onChange={() => form.setFieldValue('holder', undefined)}
        />
      </Form.Item>
      <Form.Item name="holder" label={t(`rights.holderKind.${holderKind}`)} rules={required}>
        <Select showSearch optionFilterProp="label" options={holders} />
      </Form.Item>
      <Form.Item name="role" label={t('rights.role')} rules={required}>
        <Select
          options={Role.options.map((value) => ({
            value,
            label: `${t(`frame.account.roles.${value}`)} · ${t(`administration.roleHint.${value}`)}`,
          }))}
        />
      </Form.Item>
      <Form.Item name="scopeKind" label={t('rights.on')}>
        <Radio.Group
          optionType="button"
          options={ScopeKind.options.map((value) => ({ value, label: t(`rights.scope.${value}`) }))}
          onChange={() => form.setFieldValue('scopeId', undefined)}
        />
      </Form.Item>
      {scopeKind === 'all' ? null : (
        <Form.Item name="scopeId" label={t(`rights.scope.${scopeKind}`)} rules={required}>
          <Select showSearch optionFilterProp="label" options={scopes} />
        </Form.Item>
      )}
      <Form.Item name="until" label={t('rights.until')} extra={t('rights.untilHint')}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="reason" label={t('rights.reason')}>
        <Input maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}

const most = { query: { limit: 500 } };

function useHolders(kind: HolderKind) {
  const people = useAnswer(listUsers, most, { enabled: kind === 'person' });
  const groups = useAnswer(listGroups, most, { enabled: kind === 'group' });
  const items = (kind === 'person' ? people.data : groups.data)?.items ?? [];
  return items.map(({ id, name }) => ({ value: id, label: name }));
}

function useScopes(kind: ScopeKind) {
  const applications = useAnswer(listApplications, most, { enabled: kind === 'application' });
  const clusters = useAnswer(listClusters, most, { enabled: kind === 'cluster' });
  const environments = useAnswer(listEnvironments, {}, { enabled: kind === 'environment' });
  if (kind === 'environment') return (environments.data?.items ?? []).map(({ name }) => ({ value: name, label: name }));
  const items = (kind === 'application' ? applications.data : clusters.data)?.items ?? [];
  return items.map(({ id, name }) => ({ value: id, label: name }));
}
