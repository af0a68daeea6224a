import { Form, type FormInstance, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../shared/page/FormDialog.tsx';
import type { FieldFaults } from '../../shared/page/use-field-faults.ts';

interface CatalogueDialogProps<Fields extends { readonly name: string }> {
  readonly title: string;
  readonly form: FormInstance<Fields>;
  readonly faults: FieldFaults;
  readonly initial: Partial<Fields>;
  /** It has its name already. */
  readonly isNamed: boolean;
  readonly isSending: boolean;
  readonly onSave: (fields: Fields) => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** A name, what is particular to its kind, and a description. */
export function CatalogueDialog<Fields extends { readonly name: string }>(props: CatalogueDialogProps<Fields>) {
  const { title, form, faults, initial, isNamed, isSending, onSave, onClose, children } = props;
  const { t } = useTranslation();
  return (
    <FormDialog
      title={title}
      okText={t('frame.act.save')}
      form={form}
      faults={faults}
      initial={initial}
      isSending={isSending}
      onSend={onSave}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={t('catalogue.name')}
        rules={[{ required: true, pattern: /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u, message: t('catalogue.nameRule') }]}
      >
        <Input maxLength={64} disabled={isNamed} autoComplete="off" />
      </Form.Item>
      {children}
      <Form.Item name="description" label={t('catalogue.description')}>
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </FormDialog>
  );
}
