import {
  type Answer,
  changeApplication,
  createApplication,
  getApplication,
  listApplications,
  listInventory,
} from '@myriad/contract';
import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSend } from '../../shared/api/use-send.ts';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';
import { useFieldFaults } from '../../shared/page/use-field-faults.ts';
import type { ApplicationLevel } from './LevelBadge.tsx';

type Application = Answer<typeof listApplications>['items'][number];
type Fields = Omit<Application, 'id'>;

const levels: readonly ApplicationLevel[] = ['core', 'important', 'general'];
const texts = ['name', 'businessLine', 'owner'] as const;
const fieldOfCode = { APPLICATION_NAME_TAKEN: 'name' };

/** Adds an application, or changes one. */
export function ApplicationDialog({ application, onClose }: { application?: Application; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<Fields>();
  const faults = useFieldFaults(form, fieldOfCode);
  const refreshes = [listApplications, getApplication, listInventory];
  const create = useSend(createApplication, {
    refreshes,
    onRefused: faults.place,
    onDone: ({ id }) => void navigate(`/applications/${id}`),
  });
  const change = useSend(changeApplication, { refreshes, onRefused: faults.place, onDone: onClose });
  const save = () => {
    faults.forget();
    void form.validateFields().then(
      (body) =>
        application ? change.send({ params: { applicationId: application.id }, body }) : create.send({ body }),
      () => undefined,
    );
  };
  return (
    <Modal
      open
      title={t(application ? 'application.change' : 'application.add')}
      okText={t(application ? 'frame.act.save' : 'frame.act.add')}
      confirmLoading={create.isSending || change.isSending}
      onOk={save}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" initialValues={application ?? { level: 'general' }}>
        {texts.map((name) => (
          <Form.Item
            key={name}
            name={name}
            label={t(`newCluster.applicationFields.${name}`)}
            rules={[{ required: true, whitespace: true, message: t('application.missing') }]}
          >
            <Input maxLength={100} autoComplete="off" autoFocus={name === 'name'} />
          </Form.Item>
        ))}
        <Form.Item name="level" label={t('newCluster.applicationFields.level')}>
          <Select options={levels.map((value) => ({ value, label: t(`newCluster.levels.${value}`) }))} />
        </Form.Item>
      </Form>
      <ProblemNote {...faults.note} />
    </Modal>
  );
}
