import { listApplications, listEnvironments, listQuotas, removeQuota, setQuota } from '@myriad/contract';
import { Button, Form, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { useSend } from '../../shared/api/use-send.ts';
import { FormDialog } from '../../shared/page/FormDialog.tsx';
import { useFieldFaults } from '../../shared/page/use-field-faults.ts';
import { bytesOf, gibOf } from './gib.ts';
import type { Quota } from './QuotaTable.tsx';

interface Fields {
  readonly applicationId: string;
  readonly environment: string;
  readonly instances?: number | null;
  readonly memoryBytes?: number | null;
  readonly diskBytes?: number | null;
}

/** What an application may use in an environment; an empty field is no limit. */
export function QuotaDialog({ quota, onClose }: { quota: Partial<Quota>; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Fields>();
  const faults = useFieldFaults(form);
  const environments = useAnswer(listEnvironments, {});
  const applications = useAnswer(listApplications, { query: { limit: 500 } });
  const refreshes = [listQuotas];
  const set = useSend(setQuota, { refreshes, onDone: onClose, onRefused: faults.place });
  const remove = useSend(removeQuota, { refreshes, onDone: onClose, onRefused: faults.place });
  const { allowed } = quota;
  const save = ({ applicationId, environment, instances, memoryBytes, diskBytes }: Fields) =>
    set.send({
      params: { applicationId, environment },
      body: { instances: instances ?? null, memoryBytes: bytesOf(memoryBytes), diskBytes: bytesOf(diskBytes) },
    });
  const { applicationId, environment } = quota;
  const removal =
    allowed && applicationId && environment ? (
      <Button
        type="link"
        danger
        loading={remove.isSending}
        onClick={() => remove.send({ params: { applicationId, environment } })}
      >
        {t('quota.remove')}
      </Button>
    ) : null;
  return (
    <FormDialog
      title={t('quota.set')}
      okText={t('frame.act.save')}
      form={form}
      faults={faults}
      initial={{
        applicationId,
        environment,
        instances: allowed?.instances,
        memoryBytes: gibOf(allowed?.memoryBytes),
        diskBytes: gibOf(allowed?.diskBytes),
      }}
      isSending={set.isSending}
      note={removal}
      onSend={save}
      onClose={onClose}
    >
      <div className="form-pair">
        <Form.Item
          name="applicationId"
          label={t('explore.one.application')}
          rules={[{ required: true, message: t('quota.which') }]}
        >
          <Select
            disabled={applicationId !== undefined}
            showSearch={{ optionFilterProp: 'label' }}
            options={(applications.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        <Form.Item
          name="environment"
          label={t('cluster.environment')}
          rules={[{ required: true, message: t('quota.which') }]}
        >
          <Select
            disabled={environment !== undefined}
            showSearch
            options={(environments.data?.items ?? []).map(({ name }) => ({ value: name, label: name }))}
          />
        </Form.Item>
      </div>
      <p className="soft">{t('quota.empty')}</p>
      <div className="form-pair">
        <Form.Item name="instances" label={t('quota.instances')}>
          <InputNumber min={0} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="memoryBytes" label={t('quota.memoryBytes')}>
          <InputNumber min={0} suffix="GiB" style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="diskBytes" label={t('quota.diskBytes')}>
          <InputNumber min={0} suffix="GiB" style={{ width: '100%' }} />
        </Form.Item>
      </div>
    </FormDialog>
  );
}
