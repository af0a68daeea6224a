import {
  getSqlReview,
  listReviewExceptions,
  listSqlReviews,
  type ReviewException,
  revokeReviewException,
} from '@myriad/contract';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../../shared/api/use-send.ts';
import { FormDialog } from '../../../shared/page/FormDialog.tsx';
import { useFieldFaults } from '../../../shared/page/use-field-faults.ts';

/** Ends an exception now, with a reason. */
export function RevokeDialog({ exception, onClose }: { exception: ReviewException; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ reason: string }>();
  const faults = useFieldFaults(form, {});
  const { send, isSending } = useSend(revokeReviewException, {
    refreshes: [listReviewExceptions, getSqlReview, listSqlReviews],
    onDone: onClose,
    onRefused: faults.place,
  });
  return (
    <FormDialog
      title={t('sqlReview.exceptions.revokeTitle')}
      okText={t('sqlReview.exceptions.revoke')}
      lead={exception.head}
      form={form}
      faults={faults}
      isSending={isSending}
      onSend={(body) => send({ params: { exceptionId: exception.id }, body })}
      onClose={onClose}
    >
      <Form.Item name="reason" label={t('sqlReview.exceptions.revokeReason')} rules={[{ required: true }]}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}
