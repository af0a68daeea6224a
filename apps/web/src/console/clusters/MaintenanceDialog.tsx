import { type ClusterView, getCluster, listClusters, setClusterMaintenance } from '@myriad/contract';
import { Form, Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../shared/api/use-send.ts';
import { Dialog } from '../../shared/page/Dialog.tsx';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';

const hours = [1, 2, 4, 8, 24] as const;

/** Begins maintenance with a reason and an end, or ends it. */
export function MaintenanceDialog({ cluster, onClose }: { cluster: ClusterView; onClose: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const [reason, setReason] = useState('');
  const [lasts, setLasts] = useState<number>(hours[0]);
  const { send, isSending, error } = useSend(setClusterMaintenance, {
    refreshes: [getCluster, listClusters],
    onDone: onClose,
  });
  const isEnding = cluster.maintenance !== undefined;
  const title = t(isEnding ? 'maintenance.end' : 'maintenance.begin');
  const set = () =>
    send({
      params: { clusterId: cluster.id },
      body: { maintenance: isEnding ? null : { reason, until: Date.now() + lasts * 3_600_000 } },
    });
  return (
    <Dialog
      open
      title={`${title} · ${cluster.name}`}
      okText={title}
      okButtonProps={{ disabled: !isEnding && reason.trim() === '', loading: isSending }}
      onOk={set}
      onCancel={onClose}
    >
      {isEnding ? (
        <p translate="no">{cluster.maintenance?.reason}</p>
      ) : (
        <Form layout="vertical">
          <p className="soft">{t('maintenance.lead')}</p>
          <Form.Item label={t('maintenance.reason')} htmlFor={id} style={{ marginTop: 10 }}>
            <Input id={id} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
          </Form.Item>
          <Form.Item label={t('maintenance.until')}>
            <Radio.Group
              optionType="button"
              aria-label={t('maintenance.until')}
              value={lasts}
              onChange={(event) => setLasts(event.target.value)}
              options={hours.map((count) => ({ value: count, label: t('maintenance.hours', { count }) }))}
            />
          </Form.Item>
        </Form>
      )}
      <ProblemNote error={error} />
    </Dialog>
  );
}
