import { listScheduleKinds } from '@myriad/contract';
import { Form, type FormInstance, Select } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { defaultsOf, type FormSchema } from '../tickets/new/form-schema.ts';
import { Fields } from '../tickets/new/SchemaFields.tsx';
import type { ScheduleValues } from './schedule-form.ts';
import { useKindName } from './use-kind-name.ts';

/** What: the kind of task, and the input that kind takes. */
export function TaskFields({ form }: { form: FormInstance<ScheduleValues> }) {
  const { t } = useTranslation();
  const nameOf = useKindName();
  const kinds = useAnswer(listScheduleKinds, {});
  const kind = Form.useWatch('taskKind', form);
  const items = kinds.data?.items;
  const only = items?.length === 1 ? items[0]?.kind : undefined;
  const schema = items?.find((each) => each.kind === kind)?.schema as FormSchema | undefined;
  useEffect(() => {
    if (only !== undefined && form.getFieldValue('taskKind') === undefined) form.setFieldValue('taskKind', only);
  }, [only, form]);
  useEffect(() => {
    // What the kind takes for granted is shown as such, not as empty.
    if (schema) form.setFieldValue('taskInput', { ...defaultsOf(schema), ...form.getFieldValue('taskInput') });
  }, [schema, form]);
  return (
    <Loaded query={kinds}>
      {(offered) => (
        <>
          <Form.Item
            name="taskKind"
            label={t('schedule.task')}
            extra={t('schedule.taskHint')}
            rules={[{ required: true }]}
          >
            <Select options={offered.items.map((each) => ({ value: each.kind, label: nameOf(each.kind) }))} />
          </Form.Item>
          {schema ? <Fields key={kind} schema={schema} at={['taskInput']} /> : null}
        </>
      )}
    </Loaded>
  );
}
