import {
  classifyCluster,
  getCluster,
  listApplications,
  listChanges,
  listEnvironments,
  listInventory,
  listSpecifications,
} from '@myriad/contract';
import { Button, Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { useSend } from '../../shared/api/use-send.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';
import { useFieldFaults } from '../../shared/page/use-field-faults.ts';

interface Classification {
  readonly applicationId?: string;
  readonly environment?: string;
  readonly specification?: string;
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Whose a cluster is, where it stands, and how large its instances are. */
export function ClassifyCluster({ clusterId, onChanged }: { clusterId: string; onChanged?: () => void }) {
  const { t } = useTranslation();
  const now = useAnswer(listInventory, {
    params: { dimension: 'cluster' },
    query: { where: `id = "${clusterId}"`, fields: 'application.id,environment,specification', limit: 1 },
  });
  return (
    <section className="thing-part">
      <h3>{t('explore.classification')}</h3>
      <Loaded query={now}>
        {({ items: [row] }) => (
          <Fields
            clusterId={clusterId}
            now={{
              applicationId: textOf(row?.['application.id']) ?? '',
              environment: textOf(row?.environment) ?? '',
              specification: textOf(row?.specification) ?? '',
            }}
            onChanged={onChanged}
          />
        )}
      </Loaded>
    </section>
  );
}

function Fields(props: { clusterId: string; now: Classification; onChanged: (() => void) | undefined }) {
  const { clusterId, now, onChanged } = props;
  const { t } = useTranslation();
  const [form] = Form.useForm<Classification>();
  const faults = useFieldFaults(form, {
    APPLICATION_NOT_FOUND: 'applicationId',
    CATALOGUE_ROW_NOT_FOUND: 'environment',
  });
  const applications = useAnswer(listApplications, { query: { limit: 500 } });
  const environments = useAnswer(listEnvironments, {});
  const specifications = useAnswer(listSpecifications, {});
  const { send, isSending } = useSend(classifyCluster, {
    refreshes: [getCluster, listInventory, listChanges],
    onRefused: faults.place,
    ...(onChanged ? { onDone: onChanged } : {}),
  });
  const named = (items: readonly { readonly name: string }[] | undefined) =>
    (items ?? []).map(({ name }) => ({ value: name, label: name }));
  const none = { value: '', label: t('explore.nobody') };
  const save = ({ applicationId, environment, specification }: Classification) => {
    faults.forget();
    send({
      params: { clusterId },
      body: {
        applicationId: applicationId || null,
        specification: specification || null,
        ...(environment ? { environment } : {}),
      },
    });
  };
  return (
    <Form form={form} layout="vertical" initialValues={now} onFinish={save}>
      <div className="form-pair">
        <Form.Item name="applicationId" label={t('explore.one.application')}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={[none, ...(applications.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
          />
        </Form.Item>
        <Form.Item name="environment" label={t('cluster.environment')}>
          <Select showSearch options={named(environments.data?.items)} />
        </Form.Item>
        <Form.Item name="specification" label={t('explore.specification')}>
          <Select showSearch options={[none, ...named(specifications.data?.items)]} />
        </Form.Item>
      </div>
      <Button htmlType="submit" loading={isSending}>
        {t('frame.act.save')}
      </Button>
      <ProblemNote {...faults.note} />
    </Form>
  );
}
