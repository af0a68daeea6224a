import { assignFinding } from '@myriad/contract';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../shared/page/Dialog.tsx';
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
  return (
    <Dialog
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
          <Input
            id="owner"
            allowClear
            maxLength={longest}
            value={owner}
            onChange={(event) => setOwner(event.target.value)}
          />
          {owner === me.name ? null : (
            <Button type="link" size="small" onClick={() => setOwner(me.name)} style={{ padding: 0 }}>
              {t('finding.assign.me', { name: me.name })}
            </Button>
          )}
        </Form.Item>
      </Form>
      <BulkNote findings={findings} progress={progress} refused={refused} />
    </Dialog>
  );
}
