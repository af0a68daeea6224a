import { addSchedule, changeSchedule, listSchedules, type ScheduleView } from '@myriad/contract';
import { Form, Input, InputNumber, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../shared/api/use-send.ts';
import { readersZone } from '../../shared/format/format-time.ts';
import { Dialog } from '../../shared/page/Dialog.tsx';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';
import { useFieldFaults } from '../../shared/page/use-field-faults.ts';
import { newSchedule, type ScheduleValues, toBody, toValues } from './schedule-form.ts';
import { TaskFields } from './TaskFields.tsx';
import { TimesFields } from './TimesFields.tsx';
import './schedules.css';

/** Problems of the whole schedule that are about one of its fields. */
const fieldOfCode = {
  SCHEDULE_CRON: 'cron',
  SCHEDULE_NEVER_FIRES: 'cron',
  SCHEDULE_TIME_ZONE: 'timeZone',
  SCHEDULE_WINDOW_EMPTY: 'window.to',
  TASK_KIND_UNKNOWN: 'taskKind',
  SCHEDULE_KIND_NOT_ALLOWED: 'taskKind',
  HOST_NOT_FOUND: 'taskInput.hostIds',
};

/** Adds a schedule, or gives one another form. Either way it is the reader's standing approval. */
export function ScheduleDialog({ schedule, onClose }: { schedule?: ScheduleView | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<ScheduleValues>();
  const faults = useFieldFaults(form, fieldOfCode);
  const answers = { refreshes: [listSchedules], onDone: onClose, onRefused: faults.place };
  const add = useSend(addSchedule, answers);
  const change = useSend(changeSchedule, answers);
  const save = () => {
    faults.forget();
    void form.validateFields().then(
      () => {
        const body = toBody(form.getFieldsValue());
        if (schedule) change.send({ params: { scheduleId: schedule.id }, body });
        else add.send({ body });
      },
      () => undefined,
    );
  };
  return (
    <Dialog
      open
      width={680}
      title={schedule ? t('schedule.changeTitle', { name: schedule.name }) : t('schedule.add')}
      okText={t(schedule ? 'schedule.changeGo' : 'schedule.addGo')}
      confirmLoading={add.isSending || change.isSending}
      onOk={save}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <p className="soft">{t('schedule.approves')}</p>
      <Form
        form={form}
        layout="vertical"
        initialValues={schedule ? toValues(schedule) : newSchedule(readersZone())}
        style={{ marginTop: 10 }}
      >
        <Form.Item name="name" label={t('schedule.name')} rules={[{ required: true, whitespace: true }]}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
        <TaskFields form={form} />
        <TimesFields form={form} />
        <PolicyFields />
      </Form>
      <ProblemNote {...faults.note} />
    </Dialog>
  );
}

/** What happens when a time meets a task that still runs, or nobody was there. */
function PolicyFields() {
  const { t } = useTranslation();
  const choice = <V extends string>(values: readonly V[], wordOf: (value: V) => string) =>
    values.map((value) => ({ value, label: wordOf(value) }));
  return (
    <>
      <Form.Item name="overlap" label={t('schedule.overlap')}>
        <Radio.Group options={choice(['skip', 'queue', 'parallel'], (value) => t(`schedule.overlaps.${value}`))} />
      </Form.Item>
      <Form.Item name="misfire" label={t('schedule.misfire')}>
        <Radio.Group options={choice(['skip', 'once'], (value) => t(`schedule.misfires.${value}`))} />
      </Form.Item>
      <Form.Item name="jitterSeconds" label={t('schedule.jitter')} extra={t('schedule.jitterHint')}>
        <InputNumber min={0} max={3600} precision={0} suffix={t('schedule.seconds')} style={{ width: 160 }} />
      </Form.Item>
    </>
  );
}
