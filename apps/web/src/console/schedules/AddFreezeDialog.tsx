import { addFreeze, type FreezeScope, listFreezes, listScheduleKinds, listSchedules } from '@myriad/contract';
import { Form, type FormInstance, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { longPage } from '../../shared/api/use-pages.ts';
import { useSend } from '../../shared/api/use-send.ts';
import { FormDialog } from '../../shared/page/FormDialog.tsx';
import { useFieldFaults } from '../../shared/page/use-field-faults.ts';
import { useKindName } from './use-kind-name.ts';

interface FreezeValues {
  readonly name: string;
  readonly reason: string;
  /** As the browser's own field gives it, in the reader's zone. */
  readonly from: string;
  readonly until: string;
  readonly scope: FreezeScope['kind'];
  readonly taskKinds?: readonly string[];
  readonly scheduleIds?: readonly string[];
}

const fieldOfCode = {
  FREEZE_TIMES: 'until',
  FREEZE_OVER: 'until',
  TASK_KIND_UNKNOWN: 'taskKinds',
  SCHEDULE_NOT_FOUND: 'scheduleIds',
};

/** Holds back every scheduled task between two moments. */
export function AddFreezeDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<FreezeValues>();
  const faults = useFieldFaults(form, fieldOfCode);
  const { send, isSending } = useSend(addFreeze, {
    refreshes: [listFreezes, listSchedules],
    onDone: onClose,
    onRefused: faults.place,
  });
  const required = [{ required: true }];
  const add = (values: FreezeValues) => {
    const { name, reason, from, until } = values;
    send({
      body: {
        ...{ name, reason, scope: scopeOf(values) },
        fromAt: new Date(from).getTime(),
        untilAt: new Date(until).getTime(),
      },
    });
  };
  return (
    <FormDialog
      title={t('schedule.freezeAdd')}
      okText={t('schedule.freezeAdd')}
      lead={t('schedule.freezeLead')}
      form={form}
      faults={faults}
      initial={{ scope: 'everything' }}
      isSending={isSending}
      onSend={add}
      onClose={onClose}
    >
      <Form.Item name="name" label={t('schedule.name')} rules={required}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="reason" label={t('schedule.reason')} rules={required}>
        <Input maxLength={500} />
      </Form.Item>
      <div className="form-pair">
        <Form.Item name="from" label={t('schedule.from')} rules={required}>
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item name="until" label={t('schedule.until')} rules={required}>
          <Input type="datetime-local" />
        </Form.Item>
      </div>
      <ScopeFields form={form} />
    </FormDialog>
  );
}

const scopeOf = ({ scope, taskKinds = [], scheduleIds = [] }: FreezeValues): FreezeScope => {
  if (scope === 'task-kinds') return { kind: scope, taskKinds: [...taskKinds] };
  if (scope === 'schedules') return { kind: scope, scheduleIds: [...scheduleIds] };
  return { kind: 'everything' };
};

const byLabel = { optionFilterProp: 'label' };

/** What it holds back: everything, or what is chosen. */
function ScopeFields({ form }: { form: FormInstance<FreezeValues> }) {
  const { t } = useTranslation();
  const nameOf = useKindName();
  const scope = Form.useWatch('scope', form) ?? 'everything';
  const kinds = useAnswer(listScheduleKinds, {}, { enabled: scope === 'task-kinds' });
  const schedules = useAnswer(listSchedules, { query: { limit: longPage } }, { enabled: scope === 'schedules' });
  const required = [{ required: true }];
  return (
    <>
      <Form.Item name="scope" label={t('schedule.scope')}>
        <Radio.Group
          options={(['everything', 'task-kinds', 'schedules'] as const).map((value) => ({
            value,
            label: t(`schedule.scopes.${value}`),
          }))}
        />
      </Form.Item>
      {scope === 'task-kinds' ? (
        <Form.Item name="taskKinds" label={t('schedule.scopes.task-kinds')} rules={required}>
          <Select
            mode="multiple"
            showSearch={byLabel}
            options={(kinds.data?.items ?? []).map(({ kind }) => ({ value: kind, label: nameOf(kind) }))}
          />
        </Form.Item>
      ) : null}
      {scope === 'schedules' ? (
        <Form.Item name="scheduleIds" label={t('schedule.scopes.schedules')} rules={required}>
          <Select
            mode="multiple"
            showSearch={byLabel}
            options={(schedules.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
      ) : null}
    </>
  );
}
