import {
  countFindings,
  type FindingView,
  getFinding,
  listFindingChanges,
  listFindings,
  muteFinding,
} from '@myriad/contract';
import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../shared/page/FormDialog.tsx';
import { useMe } from '../frame/me.ts';
import { BulkNote } from './BulkNote.tsx';
import { faultOfEnd, usualHours } from './mute-end.ts';
import { useBulk } from './use-bulk.ts';

export interface FindingDialogProps {
  readonly findings: readonly FindingView[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export const findingAnswers = [listFindings, countFindings, getFinding, listFindingChanges];

interface MuteValues {
  readonly reason: string;
  readonly owner: string;
  /** Hours, or 'chosen'. */
  readonly lasts: number | 'chosen';
  readonly until?: string;
}

const endOf = ({ lasts, until }: Pick<MuteValues, 'lasts' | 'until'>): number | undefined =>
  lasts === 'chosen' ? (until ? new Date(until).getTime() : undefined) : Date.now() + lasts * 3_600_000;

/** With a reason, an end and somebody who looks after it meanwhile. */
export function MuteDialog({ findings, onClose, onDone }: FindingDialogProps) {
  const { t } = useTranslation();
  const me = useMe();
  const [form] = Form.useForm<MuteValues>();
  const lasts = Form.useWatch('lasts', form) ?? usualHours[1];
  const { send, isSending, progress, refused } = useBulk(muteFinding, { refreshes: findingAnswers, onDone });
  const mute = (values: MuteValues) => {
    const until = endOf(values);
    if (until === undefined) return;
    const { reason, owner } = values;
    send(
      findings.map(({ id }) => ({
        id,
        input: { params: { findingId: id }, body: { mute: { reason: reason.trim(), until, owner: owner.trim() } } },
      })),
    );
  };
  const checkEnd = (_: unknown, until: string | undefined) => {
    const fault = faultOfEnd(endOf({ lasts, ...(until ? { until } : {}) }), Date.now());
    return fault ? Promise.reject(new Error(t(`finding.mute.${fault}`))) : Promise.resolve();
  };
  const length = (hours: number) =>
    hours < 24 ? t('finding.mute.lasts.hours', { count: hours }) : t('finding.mute.lasts.days', { count: hours / 24 });
  const [only] = findings.length === 1 ? findings : [];
  return (
    <FormDialog
      title={findings.length > 1 ? `${t('finding.mute.title')} · ${findings.length}` : t('finding.mute.title')}
      okText={t('finding.mute.title')}
      lead={t('finding.mute.lead')}
      form={form}
      initial={{ lasts: usualHours[1], reason: '', owner: only?.owner ?? me.name }}
      isSending={isSending}
      note={<BulkNote findings={findings} progress={progress} refused={refused} />}
      onSend={mute}
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label={t('finding.mute.reason')}
        rules={[{ required: true, whitespace: true, message: t('finding.mute.reasonMissing') }]}
      >
        <Input maxLength={500} data-testid="mute-reason" />
      </Form.Item>
      <Form.Item
        name="owner"
        label={t('finding.mute.owner')}
        extra={t('finding.mute.ownerHint')}
        rules={[{ required: true, whitespace: true, message: t('finding.mute.ownerMissing') }]}
      >
        <Input maxLength={100} data-testid="mute-owner" />
      </Form.Item>
      <Form.Item name="lasts" label={t('finding.mute.until')}>
        <Radio.Group
          optionType="button"
          options={[
            ...usualHours.map((value) => ({ value, label: length(value) })),
            { value: 'chosen', label: t('finding.mute.lasts.chosen') },
          ]}
        />
      </Form.Item>
      {lasts === 'chosen' ? (
        <Form.Item name="until" label={t('finding.mute.ends')} rules={[{ validator: checkEnd }]}>
          <Input type="datetime-local" data-testid="mute-until" />
        </Form.Item>
      ) : null}
    </FormDialog>
  );
}
