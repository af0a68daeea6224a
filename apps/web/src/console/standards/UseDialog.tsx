import {
  listEnvironments,
  listStandards,
  type StandardScope,
  type StandardView,
  useStandard as sayUse,
} from '@myriad/contract';
import { Form, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { useSend } from '../../shared/api/use-send.ts';
import { FormDialog } from '../../shared/page/FormDialog.tsx';
import { useFieldFaults } from '../../shared/page/use-field-faults.ts';
import { ThingSelect } from '../tickets/new/ThingSelect.tsx';

interface Values {
  readonly kind: StandardScope['kind'];
  readonly environment?: string;
  readonly clusterId?: string;
  readonly standardId: string;
  readonly version?: number;
}

const scopeOf = ({ kind, environment = '', clusterId = '' }: Values): StandardScope =>
  kind === 'all' ? { kind } : kind === 'environment' ? { kind, id: environment } : { kind, id: clusterId };

/** Which standard everybody, an environment or a cluster is held to. */
export function UseDialog({ standards, onClose }: { standards: readonly StandardView[]; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const kind = Form.useWatch('kind', form) ?? 'environment';
  const standardId = Form.useWatch('standardId', form);
  const environments = useAnswer(listEnvironments, {});
  const faults = useFieldFaults(form);
  const { send, isSending } = useSend(sayUse, { refreshes: [listStandards], onDone: onClose, onRefused: faults.place });
  const required = [{ required: true }];
  const say = (values: Values) =>
    send({
      body: {
        scope: scopeOf(values),
        use: { standardId: values.standardId, ...(values.version ? { version: values.version } : {}) },
      },
    });
  return (
    <FormDialog
      title={t('standard.use')}
      okText={t('standard.useGo')}
      form={form}
      faults={faults}
      initial={{ kind: 'environment', standardId: standards[0]?.id }}
      isSending={isSending}
      onSend={say}
      onClose={onClose}
    >
      <Form.Item name="kind" label={t('standard.whose')}>
        <Radio.Group
          options={(['all', 'environment', 'cluster'] as const).map((value) => ({
            value,
            label: t(`standard.scopes.${value}`),
          }))}
        />
      </Form.Item>
      {kind === 'environment' ? (
        <Form.Item name="environment" label={t('standard.environment')} rules={required}>
          <Select
            showSearch
            options={(environments.data?.items ?? []).map(({ name }) => ({ value: name, label: name }))}
          />
        </Form.Item>
      ) : null}
      {kind === 'cluster' ? (
        <Form.Item name="clusterId" label={t('standard.cluster')} rules={required}>
          <ThingSelect field="clusterId" />
        </Form.Item>
      ) : null}
      <Form.Item name="standardId" label={t('standard.follows')} rules={required}>
        <Select options={standards.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      <Form.Item name="version" label={t('standard.whichVersion')}>
        <Select
          allowClear
          placeholder={t('standard.newest')}
          options={(standards.find(({ id }) => id === standardId)?.versions ?? []).map(({ version }) => ({
            value: version,
            label: t('standard.versionNumber', { version }),
          }))}
        />
      </Form.Item>
    </FormDialog>
  );
}
