import {
  getDictionaryTable,
  listDictionaryChanges,
  listDictionaryColumns,
  listDictionarySchemas,
  listDictionaryTables,
  setDictionaryNote,
} from '@myriad/contract';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../shared/api/use-send.ts';
import { FormDialog } from '../../shared/page/FormDialog.tsx';
import { useFieldFaults } from '../../shared/page/use-field-faults.ts';

interface DescribeDialogProps {
  readonly clusterId: string;
  readonly objectId: string;
  readonly name: string;
  readonly note: string;
  /** Said of this very thing; '' = inherited. */
  readonly owner: string;
  readonly onClose: () => void;
}

interface Values {
  readonly note: string;
  readonly owner: string;
}

const shown = [
  ...[getDictionaryTable, listDictionaryChanges, listDictionaryColumns],
  ...[listDictionarySchemas, listDictionaryTables],
];

/** What a person says beside the server: what it is, and whose. */
export function DescribeDialog({ clusterId, objectId, name, note, owner, onClose }: DescribeDialogProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const faults = useFieldFaults(form);
  const { send, isSending } = useSend(setDictionaryNote, {
    refreshes: shown,
    onDone: onClose,
    onRefused: faults.place,
  });
  return (
    <FormDialog
      title={t('dictionary.describeTitle', { name })}
      okText={t('dictionary.save')}
      lead={t('dictionary.describeLead')}
      form={form}
      faults={faults}
      initial={{ note, owner }}
      isSending={isSending}
      onSend={(body: Values) => send({ params: { clusterId, objectId }, body })}
      onClose={onClose}
    >
      <Form.Item name="note" label={t('dictionary.note')}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      <Form.Item name="owner" label={t('dictionary.owner')} extra={t('dictionary.ownerHint')}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
    </FormDialog>
  );
}
