import { Form, Input, InputNumber, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../shared/page/Panel.tsx';
import { ApplicationSelect } from './ApplicationSelect.tsx';
import { FixedFields } from './FixedFields.tsx';
import { FlavorOfPackage } from './FlavorOfPackage.tsx';
import type { FormSchema } from './form-schema.ts';
import { HostChoice } from './HostChoice.tsx';
import { PackageSelect } from './PackageSelect.tsx';
import { SpecificationSelect } from './SpecificationSelect.tsx';

const environments = ['production', 'staging', 'testing', 'development'] as const;

/** The form for a new cluster, in the order one thinks: what, where, how large, and what can never be changed again. */
export function NewClusterFields({ schema }: { schema: FormSchema }) {
  const { t } = useTranslation();
  return (
    <>
      <Panel title={t('newCluster.sections.what')}>
        <Form.Item
          name="name"
          label={t('newCluster.name')}
          extra={t('newCluster.nameHint')}
          rules={[{ required: true }]}
        >
          <Input autoFocus maxLength={64} spellCheck={false} autoComplete="off" />
        </Form.Item>

        <Form.Item name="applicationId" label={t('newCluster.application')}>
          <ApplicationSelect />
        </Form.Item>
        <Form.Item name="environment" label={t('newCluster.environment')} rules={[{ required: true }]}>
          <Radio.Group
            optionType="button"
            options={environments.map((value) => ({ value, label: t(`newCluster.environments.${value}`) }))}
          />
        </Form.Item>

        <Form.Item name="packageId" label={t('newCluster.package')} rules={[{ required: true }]}>
          <PackageSelect />
        </Form.Item>
        <FlavorOfPackage />
        <Form.Item name="topology" label={t('newCluster.topology')} rules={[{ required: true }]}>
          <TopologyChoice />
        </Form.Item>
        <ReplicaCount />
      </Panel>
      <Panel title={t('newCluster.sections.where')}>
        <HostsField />
      </Panel>
      <Panel title={t('newCluster.sections.size')}>
        <div className="field-pair">
          <Form.Item name="port" label={t('newCluster.port')} extra={t('newCluster.portHint')}>
            <InputNumber min={1024} max={65535} style={{ width: 140 }} />
          </Form.Item>
          <Form.Item name="memoryMib" label={t('newCluster.memory')} extra={t('newCluster.memoryHint')}>
            <InputNumber min={256} step={256} suffix="MiB" style={{ width: 160 }} />
          </Form.Item>
        </div>
        <Form.Item
          name="specification"
          label={t('newCluster.specification')}
          extra={t('newCluster.specificationHint')}
          style={{ marginBottom: 0 }}
        >
          <SpecificationSelect />
        </Form.Item>
      </Panel>
      <FixedFields schema={schema} />
    </>
  );
}

function TopologyChoice(control: { value?: string; onChange?: (value: string) => void }) {
  const { t } = useTranslation();
  const choices = [
    { value: 'single', label: t('newCluster.single'), hint: t('newCluster.singleHint') },
    { value: 'primary-replica', label: t('newCluster.replicated'), hint: t('newCluster.replicatedHint') },
  ];
  return (
    <Radio.Group value={control.value} onChange={(event) => control.onChange?.(event.target.value)}>
      <div className="stack" style={{ gap: 6 }}>
        {choices.map(({ value, label, hint }) => (
          <Radio key={value} value={value}>
            {label} <span className="faint">{hint}</span>
          </Radio>
        ))}
      </div>
    </Radio.Group>
  );
}

function ReplicaCount() {
  const { t } = useTranslation();
  const topology = Form.useWatch('topology');
  if (topology !== 'primary-replica') return null;
  return (
    <Form.Item name="replicas" label={t('newCluster.replicas')} rules={[{ required: true }]}>
      <InputNumber min={1} max={8} style={{ width: 140 }} />
    </Form.Item>
  );
}

function HostsField() {
  const topology = Form.useWatch('topology');
  const replicas = Form.useWatch('replicas');
  const needed = topology === 'primary-replica' ? 1 + (typeof replicas === 'number' ? replicas : 1) : 1;
  return (
    <Form.Item name="hostIds" style={{ marginBottom: 0 }}>
      <HostChoice needed={needed} />
    </Form.Item>
  );
}
