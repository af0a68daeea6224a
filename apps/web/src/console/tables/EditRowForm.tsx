import { editTableRow, listTableRows } from '@myriad/contract';
import { Button, Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../shared/api/use-send.ts';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';
import { useFieldFaults } from '../../shared/page/use-field-faults.ts';
import type { TableView } from './TableRows.tsx';

type Scalar = string | number | boolean | null;

interface EditRowFormProps {
  readonly table: string;
  readonly rowKey: string;
  readonly columns: TableView['columns'];
  readonly values: Readonly<Record<string, unknown>>;
  readonly onDone: () => void;
}

const scalarOf = (value: unknown): Scalar =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;

/** Changes of a row what a use case owns: that use case is what runs, with its rules, its history and the reason. */
export function EditRowForm({ table, rowKey, columns, values, onDone }: EditRowFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ values: Record<string, Scalar>; reason: string }>();
  const faults = useFieldFaults(form);
  const { send, isSending } = useSend(editTableRow, {
    refreshes: [listTableRows],
    onDone,
    onRefused: faults.place,
  });
  const before = Object.fromEntries(columns.map(({ name }) => [name, scalarOf(values[name])]));
  const save = (given: { values: Record<string, Scalar>; reason: string }) => {
    faults.forget();
    const changed = Object.entries(given.values).filter(([name, value]) => toStored(value) !== before[name]);
    if (changed.length === 0) return onDone();
    send({
      params: { table, key: rowKey },
      body: {
        values: Object.fromEntries(changed.map(([name, value]) => [name, toStored(value)])),
        reason: given.reason,
      },
    });
  };
  // An emptied field is nothing, unless it was an empty text before.
  const toStored = (value: Scalar | undefined): Scalar => (value === undefined || value === '' ? null : value);
  return (
    <Form form={form} layout="vertical" initialValues={{ values: before }} onFinish={save}>
      {columns.map(({ name, type }) => (
        <Form.Item key={name} name={['values', name]} label={<code>{name}</code>}>
          {type === 'number' ? (
            <InputNumber style={{ width: '100%' }} />
          ) : (
            <Input maxLength={2000} data-testid={`edit-${name}`} />
          )}
        </Form.Item>
      ))}
      <Form.Item
        name="reason"
        label={t('tables.reason')}
        rules={[{ required: true, whitespace: true, message: t('tables.reasonMissing') }]}
      >
        <Input maxLength={500} data-testid="edit-reason" />
      </Form.Item>
      <ProblemNote {...faults.note} />
      <div className="row" style={{ marginTop: 10 }}>
        <Button type="primary" htmlType="submit" loading={isSending}>
          {t('frame.act.save')}
        </Button>
        <Button onClick={onDone}>{t('frame.act.cancel')}</Button>
      </div>
    </Form>
  );
}
