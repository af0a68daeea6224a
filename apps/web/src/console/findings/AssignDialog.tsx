import { assignFinding } from '@myriad/contract';
import { AutoComplete, Form, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../frame/me.ts';
import { BulkNote } from './BulkNote.tsx';
import { type FindingDialogProps, findingAnswers } from './MuteDialog.tsx';
import { useBulk } from './use-bulk.ts';

const longest = 100;

/** Who takes care of it; nobody where it is left empty. */
export function AssignDialog({ findings, onClose, onDone }: FindingDialogProps) {
  const { t } = useTranslation();
  const me = useMe();
  const [only] = findings.length === 1 ? findings : [];
  const [owner, setOwner] = useState(only?.owner ?? me.name);
  const { send, isSending, progress, refused } = useBulk(assignFinding, { refreshes: findingAnswers, onDone });
  const assign = () =>
    send(
      findings.map(({ id }) => ({
        id,
        input: { params: { findingId: id }, body: { owner: owner.trim() === '' ? null : owner.trim() } },
      })),
    );
  const options = [{ value: me.name, label: t('finding.assign.me', { name: me.name }) }];
  return (
    <Modal
      open
      title={findings.length > 1 ? `${t('finding.assign.title')} · ${findings.length}` : t('finding.assign.title')}
      okText={t(owner.trim() === '' ? 'finding.acts.release' : 'finding.assign.title')}
      confirmLoading={isSending}
      onOk={assign}
      onCancel={onClose}
    >
      <p className="soft">{t('finding.assign.lead')}</p>
      <Form layout="vertical" style={{ marginTop: 10 }} onFinish={assign}>
        <Form.Item label={t('finding.assign.owner')} htmlFor="owner">
          <AutoComplete
            id="owner"
            autoFocus
            allowClear
            value={owner}
            options={options}
            onChange={(text: string | undefined) => setOwner((text ?? '').slice(0, longest))}
          />
        </Form.Item>
      </Form>
      <BulkNote findings={findings} progress={progress} refused={refused} />
    </Modal>
  );
}
