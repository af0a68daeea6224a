import { changeField, type Dimension, defineField, describeInventory, FieldType, listFields } from '@myriad/contract';
import { Checkbox, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../shared/api/use-send.ts';
import { FormDialog } from '../../shared/page/FormDialog.tsx';
import { useFieldFaults } from '../../shared/page/use-field-faults.ts';
import { dimensionNames } from '../fleet/dimensions.ts';
import type { CustomField } from './FieldsPanel.tsx';

interface Fields {
  readonly dimension: Dimension;
  readonly name: string;
  readonly type: CustomField['type'];
  readonly required: boolean;
  readonly words: { readonly en: string; readonly zh: string };
  readonly choices: string[];
}

/** Defines a field, or changes what may change of one: never its name and type. */
export function FieldDialog({ field, onClose }: { field: CustomField | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Fields>();
  const type = Form.useWatch('type', form);
  const faults = useFieldFaults(form, { FIELD_NAME_TAKEN: 'name', FIELD_CHOICE_IN_USE: 'choices' });
  const told = { refreshes: [listFields, describeInventory], onDone: onClose, onRefused: faults.place };
  const define = useSend(defineField, told);
  const change = useSend(changeField, told);
  const save = (given: Fields) => {
    const { dimension, name, type: kind, required, words, choices } = { ...form.getFieldsValue(true), ...given };
    const body = { required: required ?? false, words, choices: kind === 'choice' ? (choices ?? []) : [] };
    if (field) change.send({ params: { dimension, name }, body });
    else define.send({ body: { dimension, name, type: kind, ...body } });
  };
  const isNamed = field !== undefined;
  const must = { required: true, whitespace: true, message: t('catalogue.missing') };
  return (
    <FormDialog
      title={t('catalogue.fields.one')}
      okText={t('frame.act.save')}
      form={form}
      faults={faults}
      initial={field ?? { dimension: 'cluster', type: 'text', required: false }}
      isSending={define.isSending || change.isSending}
      onSend={save}
      onClose={onClose}
    >
      <div className="form-pair">
        <Form.Item name="dimension" label={t('catalogue.dimension')}>
          <Select
            disabled={isNamed}
            options={dimensionNames.map((value) => ({ value, label: t(`explore.one.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="type" label={t('catalogue.type')}>
          <Select
            disabled={isNamed}
            options={FieldType.options.map((value) => ({ value, label: t(`catalogue.types.${value}`) }))}
          />
        </Form.Item>
      </div>
      <Form.Item
        name="name"
        label={t('catalogue.name')}
        extra={t('catalogue.fieldNameRule')}
        rules={[{ required: true, pattern: /^[a-z][a-z0-9_]*$/, message: t('catalogue.fieldNameRule') }]}
      >
        <Input maxLength={60} disabled={isNamed} autoComplete="off" />
      </Form.Item>
      <div className="form-pair">
        <Form.Item name={['words', 'en']} label={t('catalogue.inEnglish')} rules={[must]}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name={['words', 'zh']} label={t('catalogue.inChinese')} rules={[must]}>
          <Input maxLength={100} />
        </Form.Item>
      </div>
      {type === 'choice' ? (
        <Form.Item
          name="choices"
          label={t('catalogue.choices')}
          rules={[{ required: true, message: t('catalogue.choicesMissing') }]}
        >
          <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', '，']} />
        </Form.Item>
      ) : null}
      <Form.Item name="required" valuePropName="checked">
        <Checkbox>{t('catalogue.mustBeFilled')}</Checkbox>
      </Form.Item>
    </FormDialog>
  );
}
