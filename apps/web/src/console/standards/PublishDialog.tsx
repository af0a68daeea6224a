import {
  createStandard,
  getStandardVersion,
  listStandards,
  publishStandard,
  type StandardView,
} from '@myriad/contract';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { useSend } from '../../shared/api/use-send.ts';
import { Dialog } from '../../shared/page/Dialog.tsx';
import { Loading } from '../../shared/page/Loaded.tsx';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';
import { useFieldFaults } from '../../shared/page/use-field-faults.ts';

interface PublishDialogProps {
  /** undefined: a new one. */
  readonly standard: StandardView | undefined;
  /** Whose newest version the text begins with. */
  readonly begunFrom: StandardView | undefined;
  readonly onClose: () => void;
}

interface Values {
  readonly name: string;
  readonly note: string;
  readonly rules: string;
}

/** Rules are data: the newest version stands there as text, and becomes the next one. */
export function PublishDialog({ standard, begunFrom, onClose }: PublishDialogProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const faults = useFieldFaults(form, { STANDARD_NAME_TAKEN: 'name' });
  const newest = begunFrom?.versions[0]?.version ?? 1;
  const params = { standardId: begunFrom?.id ?? '', version: newest };
  const source = useAnswer(getStandardVersion, { params }, { enabled: begunFrom !== undefined });
  const options = { refreshes: [listStandards], onDone: onClose, onRefused: faults.place };
  const publish = useSend(publishStandard, options);
  const create = useSend(createStandard, options);
  const go = ({ name, note, rules }: Values) => {
    const list = JSON.parse(rules);
    if (standard) publish.send({ params: { standardId: standard.id }, body: { from: newest, note, rules: list } });
    else create.send({ body: { name, note, rules: list } });
  };
  const required = [{ required: true }];
  return (
    <Dialog
      open
      width={820}
      title={standard ? t('standard.publishTitle', { name: standard.name }) : t('standard.create')}
      okText={t('standard.publish')}
      okButtonProps={{ disabled: source.data === undefined }}
      confirmLoading={publish.isSending || create.isSending}
      onOk={() => {
        faults.forget();
        form.submit();
      }}
      onCancel={onClose}
    >
      <p className="soft">{t('standard.publishLead', { version: newest })}</p>
      {source.data ? (
        <Form
          form={form}
          layout="vertical"
          onFinish={go}
          initialValues={{ rules: JSON.stringify(source.data.rules, null, 2) }}
          style={{ marginTop: 10 }}
        >
          {standard ? null : (
            <Form.Item name="name" label={t('standard.name')} rules={required}>
              <Input maxLength={60} autoComplete="off" />
            </Form.Item>
          )}
          <Form.Item name="note" label={t('standard.note')} rules={required}>
            <Input maxLength={500} />
          </Form.Item>
          <Form.Item
            name="rules"
            label={t('standard.rulesText')}
            rules={[
              ...required,
              {
                validator: (_, text: string) =>
                  isJson(text) ? Promise.resolve() : Promise.reject(new Error(t('standard.rulesNotJson'))),
              },
            ]}
          >
            <Input.TextArea rows={16} spellCheck={false} className="mono" />
          </Form.Item>
        </Form>
      ) : source.error ? null : (
        <Loading />
      )}
      <ProblemNote {...faults.note} />
      <ProblemNote error={source.error ?? undefined} />
    </Dialog>
  );
}

function isJson(text: string): boolean {
  try {
    return Array.isArray(JSON.parse(text));
  } catch {
    return false;
  }
}
