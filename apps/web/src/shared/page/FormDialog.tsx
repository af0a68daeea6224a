import { Form, type FormInstance } from 'antd';
import { type ReactNode, useId } from 'react';
import { Dialog } from './Dialog.tsx';
import { ProblemNote } from './ProblemNote.tsx';
import type { FieldFaults } from './use-field-faults.ts';

interface FormDialogProps<Values> {
  readonly title: string;
  /** What the button says that sends it. */
  readonly okText: string;
  /** What it is for, above the fields. */
  readonly lead?: string;
  readonly form: FormInstance<Values>;
  readonly initial?: object;
  readonly isSending: boolean;
  /** The platform's refusals, beside their fields and below them. */
  readonly faults?: FieldFaults;
  /** Below the fields: what else there is to say or to do. */
  readonly note?: ReactNode;
  readonly onSend: (values: Values) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form in a dialog: its button and Enter in a field send it, Escape closes it, what is wrong stands beside its field. */
export function FormDialog<Values>(props: FormDialogProps<Values>) {
  const { title, okText, lead, form, initial, isSending, faults, note, onSend, onClose, children } = props;
  const id = useId();
  return (
    <Dialog
      open
      title={title}
      okText={okText}
      // Outside of the form, and yet its button: so Enter in a field presses it.
      okButtonProps={{ htmlType: 'submit', form: id }}
      confirmLoading={isSending}
      onOk={faults?.forget}
      onCancel={onClose}
    >
      {lead ? <p className="soft">{lead}</p> : null}
      <Form
        id={id}
        form={form}
        layout="vertical"
        {...(initial ? { initialValues: initial } : {})}
        onFinish={onSend}
        style={lead ? { marginTop: 10 } : undefined}
      >
        {children}
      </Form>
      {faults ? <ProblemNote {...faults.note} /> : null}
      {note}
    </Dialog>
  );
}
