import { type Answer, describeSpecification, listSpecifications, removeSpecification } from '@myriad/contract';
import { Form, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { useSend } from '../../shared/api/use-send.ts';
import { formatBytes } from '../../shared/format/format-size.ts';
import { useFieldFaults } from '../../shared/page/use-field-faults.ts';
import { bytesOf, gibOf } from '../applications/gib.ts';
import { fleetAddress } from '../fleet/fleet-question.ts';
import { CatalogueDialog } from './CatalogueDialog.tsx';
import { CataloguePanel } from './CataloguePanel.tsx';

type Specification = Answer<typeof listSpecifications>['items'][number];
const sizes = ['memoryBytes', 'diskBytes'] as const;

export function SpecificationsPanel() {
  const { t } = useTranslation();
  const query = useAnswer(listSpecifications, {});
  const remove = useSend(removeSpecification, { refreshes: [listSpecifications] });
  return (
    <CataloguePanel<Specification>
      part="specifications"
      query={query}
      usesOf={(name) => fleetAddress('cluster', { where: `specification = "${name}"` })}
      onRemove={(name) => remove.send({ params: { name } })}
      error={remove.error}
      columns={[
        { title: t('catalogue.cpus'), key: 'cpus', width: 80, align: 'right', render: (_, { cpus }) => cpus || '—' },
        ...sizes.map((name) => ({
          title: t(`quota.${name}`),
          key: name,
          width: 110,
          align: 'right' as const,
          render: (_: unknown, row: Specification) => (row[name] > 0 ? formatBytes(row[name]) : '—'),
        })),
      ]}
      dialog={(row, close) => <SpecificationDialog row={row} onClose={close} />}
    />
  );
}

interface Fields {
  readonly name: string;
  readonly cpus: number;
  readonly memoryBytes: number;
  readonly diskBytes: number;
  readonly description: string;
}

function SpecificationDialog({ row, onClose }: { row: Specification | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Fields>();
  const faults = useFieldFaults(form);
  const { send, isSending } = useSend(describeSpecification, {
    refreshes: [listSpecifications],
    onDone: onClose,
    onRefused: faults.place,
  });
  const known = row?.described
    ? { ...row, memoryBytes: gibOf(row.memoryBytes) ?? 0, diskBytes: gibOf(row.diskBytes) ?? 0 }
    : row && { name: row.name };
  const amount = { required: true, message: t('catalogue.amountRule') };
  return (
    <CatalogueDialog<Fields>
      title={t('catalogue.specifications.one')}
      form={form}
      faults={faults}
      initial={known ?? { description: '' }}
      isNamed={row !== undefined}
      isSending={isSending}
      onSave={({ name, memoryBytes, diskBytes, ...body }) =>
        send({
          params: { name },
          body: { ...body, memoryBytes: bytesOf(memoryBytes) ?? 0, diskBytes: bytesOf(diskBytes) ?? 0 },
        })
      }
      onClose={onClose}
    >
      <div className="form-pair">
        <Form.Item name="cpus" label={t('catalogue.cpus')} rules={[amount]}>
          <InputNumber min={1} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        {sizes.map((name) => (
          <Form.Item key={name} name={name} label={t(`quota.${name}`)} rules={[amount]}>
            <InputNumber min={0.001} suffix="GiB" style={{ width: '100%' }} />
          </Form.Item>
        ))}
      </div>
    </CatalogueDialog>
  );
}
