import {
  addDictionaryRule,
  changeDictionaryRule,
  type DictionaryRule,
  listDictionaryRules,
  SensitiveClass,
  sensitiveClasses,
} from '@myriad/contract';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../shared/api/use-send.ts';
import { FormDialog } from '../../shared/page/FormDialog.tsx';
import { useFieldFaults } from '../../shared/page/use-field-faults.ts';
import { usePick } from '../../shared/words/use-words.ts';

type Values = Pick<DictionaryRule, 'class' | 'names' | 'comments' | 'types' | 'except'> & { readonly name: string };

const fieldOfCode = { DICTIONARY_RULE_NAME_TAKEN: 'name', DICTIONARY_RULE_EMPTY: 'names' };
const patternFields = [
  ['names', 'ruleNames'],
  ['comments', 'ruleComments'],
  ['types', 'ruleTypes'],
  ['except', 'ruleExcept'],
] as const;

/** A rule of one's own: its class, and the words it knows it by. */
export function RuleDialog({ rule, onClose }: { rule: DictionaryRule | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  const pick = usePick();
  const [form] = Form.useForm<Values>();
  const faults = useFieldFaults(form, fieldOfCode);
  const options = { refreshes: [listDictionaryRules], onDone: onClose, onRefused: faults.place };
  const add = useSend(addDictionaryRule, options);
  const change = useSend(changeDictionaryRule, options);
  const save = (values: Values) =>
    rule ? change.send({ params: { ruleId: rule.id }, body: values }) : add.send({ body: values });
  return (
    <FormDialog
      title={rule ? pick(rule.words) : t('dictionary.ruleAdd')}
      okText={t('dictionary.save')}
      lead={t('dictionary.ruleHint')}
      form={form}
      faults={faults}
      initial={rule ? { ...rule, name: pick(rule.words) } : { names: [], comments: [], types: [], except: [] }}
      isSending={add.isSending || change.isSending}
      onSend={save}
      onClose={onClose}
    >
      <Form.Item name="name" label={t('dictionary.ruleName')} rules={[{ required: true }]}>
        <Input maxLength={80} autoComplete="off" />
      </Form.Item>
      <Form.Item name="class" label={t('dictionary.ruleClass')} rules={[{ required: true }]}>
        <Select options={SensitiveClass.options.map((value) => ({ value, label: pick(sensitiveClasses[value]) }))} />
      </Form.Item>
      {patternFields.map(([field, words]) => (
        <Form.Item key={field} name={field} label={t(`dictionary.${words}`)}>
          <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', ' ', '，', '、']} />
        </Form.Item>
      ))}
    </FormDialog>
  );
}
