import { createApplication, listApplications } from '@myriad/contract';
import { Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../../shared/api/use-answer.ts';
import { useSend } from '../../../shared/api/use-send.ts';
import { ProblemNote } from '../../../shared/page/ProblemNote.tsx';

interface ApplicationSelectProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (applicationId: string | undefined) => void;
}

/** Whose it is; an application not known yet is added on the spot. */
export function ApplicationSelect({ id, value, onChange }: ApplicationSelectProps) {
  const { t } = useTranslation();
  const [isAdding, setAdding] = useState(false);
  const applications = useAnswer(listApplications, { query: { limit: 500 } });
  return (
    <div className="row">
      <Select
        {...(id ? { id } : {})}
        className="grow"
        value={value ?? ''}
        onChange={(next: string) => onChange?.(next || undefined)}
        loading={applications.isLoading}
        showSearch={{ optionFilterProp: 'label' }}
        options={[
          { value: '', label: t('newCluster.applicationNone') },
          ...(applications.data?.items ?? []).map((each) => ({ value: each.id, label: each.name })),
        ]}
      />
      <Button onClick={() => setAdding(true)}>{t('frame.act.add')}</Button>
      {isAdding ? (
        <AddApplication
          onClose={() => setAdding(false)}
          onAdded={(applicationId) => {
            setAdding(false);
            onChange?.(applicationId);
          }}
        />
      ) : null}
    </div>
  );
}

const levels = ['core', 'important', 'general'] as const;
interface NewApplication {
  readonly name: string;
  readonly businessLine: string;
  readonly owner: string;
  readonly level: (typeof levels)[number];
}

function AddApplication({ onClose, onAdded }: { onClose: () => void; onAdded: (id: string) => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<NewApplication>();
  const { send, isSending, error } = useSend(createApplication, {
    refreshes: [listApplications],
    onDone: ({ id }) => onAdded(id),
  });
  const add = () =>
    void form.validateFields().then(
      (body) => send({ body }),
      () => undefined,
    );
  return (
    <Modal
      open
      title={t('newCluster.applicationAdd')}
      okText={t('frame.act.add')}
      onOk={add}
      onCancel={onClose}
      confirmLoading={isSending}
    >
      <Form form={form} layout="vertical" initialValues={{ level: 'general' }}>
        {(['name', 'businessLine', 'owner'] as const).map((name) => (
          <Form.Item
            key={name}
            name={name}
            label={t(`newCluster.applicationFields.${name}`)}
            rules={[{ required: true }]}
          >
            <Input maxLength={64} />
          </Form.Item>
        ))}
        <Form.Item name="level" label={t('newCluster.applicationFields.level')}>
          <Select options={levels.map((value) => ({ value, label: t(`newCluster.levels.${value}`) }))} />
        </Form.Item>
      </Form>
      <ProblemNote error={error} />
    </Modal>
  );
}
