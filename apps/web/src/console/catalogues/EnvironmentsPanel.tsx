import { type Answer, describeEnvironment, listEnvironments, removeEnvironment } from '@myriad/contract';
import { Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { useSend } from '../../shared/api/use-send.ts';
import { useFieldFaults } from '../../shared/page/use-field-faults.ts';
import { fleetAddress } from '../fleet/fleet-question.ts';
import { CatalogueDialog } from './CatalogueDialog.tsx';
import { CataloguePanel } from './CataloguePanel.tsx';

type Environment = Answer<typeof listEnvironments>['items'][number];

export function EnvironmentsPanel() {
  const { t } = useTranslation();
  const query = useAnswer(listEnvironments, {});
  const remove = useSend(removeEnvironment, { refreshes: [listEnvironments] });
  return (
    <CataloguePanel<Environment>
      part="environments"
      query={query}
      usesOf={(name) => fleetAddress('cluster', { where: `environment = "${name}"` })}
      onRemove={(name) => remove.send({ params: { name } })}
      error={remove.error}
      columns={[
        {
          title: t('catalogue.production'),
          key: 'production',
          width: 110,
          render: (_, { production }) =>
            production ? <span className="badge bad">{t('fact.yes')}</span> : t('fact.no'),
        },
      ]}
      dialog={(row, close) => <EnvironmentDialog row={row} onClose={close} />}
    />
  );
}

interface Fields {
  readonly name: string;
  readonly production: boolean;
  readonly description: string;
}

function EnvironmentDialog({ row, onClose }: { row: Environment | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Fields>();
  const faults = useFieldFaults(form);
  const { send, isSending } = useSend(describeEnvironment, {
    refreshes: [listEnvironments],
    onDone: onClose,
    onRefused: faults.place,
  });
  return (
    <CatalogueDialog<Fields>
      title={t('catalogue.environments.one')}
      form={form}
      faults={faults}
      initial={row ?? { production: false, description: '' }}
      isNamed={row !== undefined}
      isSending={isSending}
      onSave={({ name, ...body }) => send({ params: { name }, body })}
      onClose={onClose}
    >
      <Form.Item name="production" valuePropName="checked">
        <Checkbox>{t('catalogue.isProduction')}</Checkbox>
      </Form.Item>
    </CatalogueDialog>
  );
}
