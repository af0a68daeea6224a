import {
  type Answer,
  changeApplication,
  createApplication,
  getApplication,
  listApplications,
  listInventory,
} from '@myriad/contract';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSend } from '../../shared/api/use-send.ts';
import { FormDialog } from '../../shared/page/FormDialog.tsx';
import { useFieldFaults } from '../../shared/page/use-field-faults.ts';
import type { ApplicationLevel } from './LevelBadge.tsx';

type Application = Answer<typeof listApplications>['items'][number];
type Fields = Omit<Application, 'id'>;

const levels: readonly ApplicationLevel[] = ['core', 'important', 'general'];
const texts = ['name', 'businessLine', 'owner'] as const;
const fieldOfCode = { APPLICATION_NAME_TAKEN: 'name' };

interface ApplicationDialogProps {
  readonly application?: Application;
  readonly onClose: () => void;
  /** Default: its page is opened. */
  readonly onAdded?: (applicationId: string) => void;
}

/** Adds an application, or changes one. */
export function ApplicationDialog({ application, onClose, onAdded }: ApplicationDialogProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<Fields>();
  const faults = useFieldFaults(form, fieldOfCode);
  const refreshes = [listApplications, getApplication, listInventory];
  const create = useSend(createApplication, {
    refreshes,
    onRefused: faults.place,
    onDone: ({ id }) => (onAdded ? onAdded(id) : void navigate(`/applications/${id}`)),
  });
  const change = useSend(changeApplication, { refreshes, onRefused: faults.place, onDone: onClose });
  const save = (body: Fields) =>
    application ? change.send({ params: { applicationId: application.id }, body }) : create.send({ body });
  return (
    <FormDialog
      title={t(application ? 'application.change' : 'application.add')}
      okText={t(application ? 'frame.act.save' : 'frame.act.add')}
      form={form}
      faults={faults}
      initial={application ?? { level: 'general' }}
      isSending={create.isSending || change.isSending}
      onSend={save}
      onClose={onClose}
    >
      {texts.map((name) => (
        <Form.Item
          key={name}
          name={name}
          label={t(`newCluster.applicationFields.${name}`)}
          rules={[{ required: true, whitespace: true, message: t('application.missing') }]}
          {...(name === 'owner' ? { extra: t('application.ownerHint') } : {})}
        >
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
      ))}
      <Form.Item name="level" label={t('newCluster.applicationFields.level')}>
        <Select options={levels.map((value) => ({ value, label: t(`newCluster.levels.${value}`) }))} />
      </Form.Item>
    </FormDialog>
  );
}
