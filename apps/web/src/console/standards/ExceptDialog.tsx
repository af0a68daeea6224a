import {
  addStandardException,
  type ExceptionScope,
  getClusterCompliance,
  listCompliance,
  listStandardExceptions,
} from '@myriad/contract';
import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../shared/api/use-send.ts';
import { FormDialog } from '../../shared/page/FormDialog.tsx';
import { useFieldFaults } from '../../shared/page/use-field-faults.ts';
import { useMe } from '../frame/me.ts';

interface ExceptDialogProps {
  readonly rule: string;
  /** The first is the narrowest. */
  readonly scopes: readonly (ExceptionScope & { readonly name?: string })[];
  readonly onClose: () => void;
}

interface Values {
  readonly scope: ExceptionScope['kind'];
  readonly owner: string;
  readonly reason: string;
  /** As the browser's own field gives it, in the reader's zone. */
  readonly until: string;
}

const fieldOfCode = { EXCEPTION_END: 'until', EXCEPTION_EXISTS: 'scope' };
const shown = [listStandardExceptions, listCompliance, getClusterCompliance];

/** A rule need not hold here for a while: who answers for it, why, and until when. */
export function ExceptDialog({ rule, scopes, onClose }: ExceptDialogProps) {
  const { t } = useTranslation();
  const me = useMe();
  const [form] = Form.useForm<Values>();
  const faults = useFieldFaults(form, fieldOfCode);
  const { send, isSending } = useSend(addStandardException, {
    refreshes: shown,
    onDone: onClose,
    onRefused: faults.place,
  });
  const add = ({ scope: kind, owner, reason, until }: Values) => {
    const chosen = scopes.find((scope) => scope.kind === kind);
    if (!chosen) return;
    const scope = { kind: chosen.kind, id: chosen.id };
    send({ body: { rule, scope, owner, reason, until: new Date(until).getTime() } });
  };
  const required = [{ required: true }];
  return (
    <FormDialog
      title={t('standard.exceptTitle', { rule })}
      okText={t('standard.except')}
      lead={t('standard.exceptLead')}
      form={form}
      faults={faults}
      initial={{ scope: scopes[0]?.kind, owner: me.name }}
      isSending={isSending}
      onSend={add}
      onClose={onClose}
    >
      <Form.Item name="scope" label={t('standard.scope')} rules={required}>
        <Radio.Group
          options={scopes.map(({ kind, name }) => ({
            value: kind,
            label: `${t(`standard.scopes.${kind}`)}${name ? ` ${name}` : ''}`,
          }))}
        />
      </Form.Item>
      <Form.Item name="owner" label={t('standard.owner')} rules={required}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="reason" label={t('standard.reason')} rules={required}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <Form.Item name="until" label={t('standard.until')} rules={required}>
        <Input type="datetime-local" />
      </Form.Item>
    </FormDialog>
  );
}
