import {
  type CustomValue,
  changeFieldValues,
  type Dimension,
  getExtras,
  listChanges,
  listFields,
} from '@myriad/contract';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { useSend } from '../../shared/api/use-send.ts';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';
import { useFieldFaults } from '../../shared/page/use-field-faults.ts';
import { usePick } from '../../shared/words/use-words.ts';

interface CustomFieldsFormProps {
  readonly dimension: Dimension;
  readonly id: string;
  readonly values: Readonly<Record<string, CustomValue>>;
  readonly onChanged: () => void;
}

/** The fields people defined for this dimension, filled in for one thing. */
export function CustomFieldsForm({ dimension, id, values, onChanged }: CustomFieldsFormProps) {
  const { t } = useTranslation();
  const pick = usePick();
  const [form] = Form.useForm<Record<string, CustomValue | undefined>>();
  const faults = useFieldFaults(form);
  const defined = useAnswer(listFields, { query: { dimension } });
  const { send, isSending } = useSend(changeFieldValues, {
    refreshes: [getExtras, listChanges],
    onDone: onChanged,
    onRefused: faults.place,
  });
  const items = defined.data?.items ?? [];
  const save = (given: Record<string, CustomValue | undefined>) => {
    faults.forget();
    const fields = Object.fromEntries(
      items.map(({ name }) => {
        const value = given[name];
        return [name, value === undefined || value === '' ? null : value];
      }),
    );
    send({ params: { dimension, id }, body: { fields } });
  };
  return (
    <section className="thing-part">
      <h3>{t('explore.fields')}</h3>
      {items.length === 0 ? (
        <span className="faint">
          {t('explore.fieldsNone')} <Link to="/catalogues/fields">{t('explore.fieldsAct')}</Link>
        </span>
      ) : (
        <Form form={form} layout="vertical" initialValues={values} onFinish={save}>
          <div className="form-pair">
            {items.map((field) => (
              <Form.Item key={field.id} name={field.name} label={pick(field.words)} required={field.required}>
                {field.type === 'choice' ? (
                  <Select allowClear options={field.choices.map((value) => ({ value, label: value }))} />
                ) : field.type === 'number' ? (
                  <InputNumber style={{ width: '100%' }} />
                ) : (
                  <Input maxLength={500} {...(field.type === 'date' ? { type: 'date' } : {})} />
                )}
              </Form.Item>
            ))}
          </div>
          <Button htmlType="submit" loading={isSending}>
            {t('frame.act.save')}
          </Button>
        </Form>
      )}
      <ProblemNote {...faults.note} />
    </section>
  );
}
