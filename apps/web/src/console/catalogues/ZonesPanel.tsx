import { type Answer, describeZone, listZones, removeZone } from '@myriad/contract';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { useSend } from '../../shared/api/use-send.ts';
import { useFieldFaults } from '../../shared/page/use-field-faults.ts';
import { fleetAddress } from '../fleet/fleet-question.ts';
import { CatalogueDialog } from './CatalogueDialog.tsx';
import { CataloguePanel } from './CataloguePanel.tsx';

type Zone = Answer<typeof listZones>['items'][number];

export function ZonesPanel() {
  const { t } = useTranslation();
  const query = useAnswer(listZones, {});
  const remove = useSend(removeZone, { refreshes: [listZones] });
  return (
    <CataloguePanel<Zone>
      part="zones"
      query={query}
      usesOf={(name) => fleetAddress('host', { where: `zone = "${name}"` })}
      onRemove={(name) => remove.send({ params: { name } })}
      error={remove.error}
      columns={[{ title: t('catalogue.region'), key: 'region', width: 150, render: (_, { region }) => region || '—' }]}
      dialog={(row, close) => <ZoneDialog row={row} onClose={close} />}
    />
  );
}

interface Fields {
  readonly name: string;
  readonly region: string;
  readonly description: string;
}

function ZoneDialog({ row, onClose }: { row: Zone | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Fields>();
  const faults = useFieldFaults(form);
  const { send, isSending } = useSend(describeZone, {
    refreshes: [listZones],
    onDone: onClose,
    onRefused: faults.place,
  });
  return (
    <CatalogueDialog<Fields>
      title={t('catalogue.zones.one')}
      form={form}
      faults={faults}
      initial={row ?? { region: '', description: '' }}
      isNamed={row !== undefined}
      isSending={isSending}
      onSave={({ name, ...body }) => send({ params: { name }, body })}
      onClose={onClose}
    >
      <Form.Item name="region" label={t('catalogue.region')}>
        <Input maxLength={64} />
      </Form.Item>
    </CatalogueDialog>
  );
}
