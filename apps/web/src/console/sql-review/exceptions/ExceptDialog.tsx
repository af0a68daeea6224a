import {
  getSqlReview,
  listReviewExceptions,
  listSqlReviews,
  type ReviewedStatement,
  signReviewException,
} from '@myriad/contract';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../../shared/api/use-send.ts';
import { FormDialog } from '../../../shared/page/FormDialog.tsx';
import { useFieldFaults } from '../../../shared/page/use-field-faults.ts';

interface ExceptDialogProps {
  readonly reviewId: string;
  /** What would be let through. */
  readonly statements: readonly ReviewedStatement[];
  readonly onClose: () => void;
}

interface Values {
  readonly owner: string;
  readonly reason: string;
  readonly expires: string;
}

const fieldOfCode = { REVIEW_EXCEPTION_END: 'expires' };

/** Lets statements through that the gate refuses: whose it is, why, and until when. */
export function ExceptDialog({ reviewId, statements, onClose }: ExceptDialogProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const faults = useFieldFaults(form, fieldOfCode);
  const { send, isSending } = useSend(signReviewException, {
    refreshes: [getSqlReview, listSqlReviews, listReviewExceptions],
    onDone: onClose,
    onRefused: faults.place,
  });
  const required = [{ required: true }];
  const rules = [...new Set(statements.flatMap(({ findings }) => findings.map(({ rule }) => rule)))];
  return (
    <FormDialog
      title={t('sqlReview.exceptions.title', { count: statements.length })}
      okText={t('sqlReview.exceptions.sign')}
      lead={t('sqlReview.exceptions.lead')}
      form={form}
      faults={faults}
      isSending={isSending}
      onSend={(values) =>
        send({ params: { reviewId }, body: { ...values, statements: statements.map(({ start }) => start) } })
      }
      onClose={onClose}
    >
      <p className="review-message">
        {rules.slice(0, 12).map((rule) => (
          <code key={rule}>{rule} </code>
        ))}
        {rules.length > 12 ? '…' : ''}
      </p>
      <Form.Item name="owner" label={t('sqlReview.exceptions.owner')} rules={required}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="reason" label={t('sqlReview.exceptions.reason')} rules={required}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <Form.Item
        name="expires"
        label={t('sqlReview.exceptions.expires')}
        extra={t('sqlReview.exceptions.expiresHelp')}
        rules={required}
      >
        <Input type="date" />
      </Form.Item>
    </FormDialog>
  );
}
