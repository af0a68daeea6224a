import { changeHost, getHost, listChanges, listZones } from '@myriad/contract';
import { AutoComplete, Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { useSend } from '../../shared/api/use-send.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';
import { useFieldFaults } from '../../shared/page/use-field-faults.ts';

/** Where a host stands. */
export function HostZone({ hostId, onChanged }: { hostId: string; onChanged: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ zone: string }>();
  const faults = useFieldFaults(form);
  const host = useAnswer(getHost, { params: { hostId } });
  const zones = useAnswer(listZones, {});
  const { send, isSending } = useSend(changeHost, {
    refreshes: [getHost, listZones, listChanges],
    onDone: onChanged,
    onRefused: faults.place,
  });
  return (
    <section className="thing-part">
      <h3>{t('explore.classification')}</h3>
      <Loaded query={host}>
        {({ zone }) => (
          <Form
            form={form}
            layout="inline"
            colon={false}
            initialValues={{ zone }}
            onFinish={(body) => [faults.forget(), send({ params: { hostId }, body })]}
          >
            <Form.Item name="zone" label={t('host.zone')} rules={[{ required: true }]}>
              <AutoComplete
                maxLength={64}
                style={{ width: 200 }}
                options={(zones.data?.items ?? []).map(({ name }) => ({ value: name }))}
              />
            </Form.Item>
            <Button htmlType="submit" loading={isSending}>
              {t('frame.act.save')}
            </Button>
          </Form>
        )}
      </Loaded>
      <ProblemNote {...faults.note} />
    </section>
  );
}
