import { Form, type FormInstance, Input, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';
import type { useFieldFaults } from '../../shared/page/use-field-faults.ts';

interface CatalogueDialogProps<Fields extends { readonly name: string }> {
  readonly title: string;
  readonly form: FormInstance<Fields>;
  readonly faults: ReturnType<typeof useFieldFaults>;
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
  const save = () => {
    faults.forget();
    void form.validateFields().then(onSave, () => undefined);
  };
  return (
    <Modal open title={title} okText={t('frame.act.save')} confirmLoading={isSending} onOk={save} onCancel={onClose}>
      <Form form={form} layout="vertical" initialValues={initial}>
        <Form.Item
          name="name"
          label={t('catalogue.name')}
          rules={[{ required: true, pattern: /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u, message: t('catalogue.nameRule') }]}
        >
          <Input maxLength={64} disabled={isNamed} autoFocus={!isNamed} autoComplete="off" />
        </Form.Item>
        {children}
        <Form.Item name="description" label={t('catalogue.description')}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
      </Form>
      <ProblemNote {...faults.note} />
    </Modal>
  );
}
