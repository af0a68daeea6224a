import { addFreeze, listFreezes, listSchedules } from '@myriad/contract';
import { Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../shared/api/use-send.ts';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';

interface FreezeValues {
  readonly name: string;
  readonly reason: string;
  /** As the browser's own field gives it, in the reader's zone. */
  readonly from: string;
  readonly until: string;
}

/** Holds back every scheduled task between two moments. */
export function AddFreezeDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<FreezeValues>();
  const { send, isSending, error } = useSend(addFreeze, { refreshes: [listFreezes, listSchedules], onDone: onClose });
  const required = [{ required: true }];
  const add = ({ name, reason, from, until }: FreezeValues) =>
    send({ body: { name, reason, fromAt: new Date(from).getTime(), untilAt: new Date(until).getTime() } });
  return (
    <Modal
      open
      title={t('schedule.freezeAdd')}
      okText={t('schedule.freezeAdd')}
      confirmLoading={isSending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p className="soft">{t('schedule.freezeLead')}</p>
      <Form form={form} layout="vertical" onFinish={add} style={{ marginTop: 10 }}>
        <Form.Item name="name" label={t('schedule.name')} rules={required}>
          <Input autoFocus maxLength={100} />
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
      </Form>
      <ProblemNote error={error} />
    </Modal>
  );
}
