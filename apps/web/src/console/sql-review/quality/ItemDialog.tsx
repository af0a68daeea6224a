import { changeReviewItem, listReviewItems, type ReviewItem } from '@myriad/contract';
import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../../shared/api/use-send.ts';
import { FormDialog } from '../../../shared/page/FormDialog.tsx';
import { useFieldFaults } from '../../../shared/page/use-field-faults.ts';

interface Values {
  readonly owner: string;
  readonly due: string;
  readonly state: ReviewItem['state'];
  readonly until?: string;
  readonly reason?: string;
}

const fieldOfCode = { REVIEW_ITEM_ACCEPTED_HOW: 'until' };

/** Who mends it until when; or that it is accepted for a while, or mended. */
export function ItemDialog({ item, onClose }: { item: ReviewItem; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const faults = useFieldFaults(form, fieldOfCode);
  const { send, isSending } = useSend(changeReviewItem, {
    refreshes: [listReviewItems],
    onDone: onClose,
    onRefused: faults.place,
  });
  const state = Form.useWatch('state', form) ?? item.state;
  const { owner, due, until, reason } = item;
  return (
    <FormDialog
      title={item.rule}
      okText={t('sqlReview.save')}
      lead={item.head}
      form={form}
      faults={faults}
      initial={{ owner, due, state: item.state, until, reason }}
      isSending={isSending}
      onSend={({ until: day, reason: why, state: to, ...values }) =>
        send({
          params: { itemId: item.id },
          body: {
            ...values,
            // Nobody says this by hand: it stays where nothing else is chosen.
            ...(to === 'not-judged' ? {} : { state: to }),
            ...(to === 'accepted' ? { until: day, reason: why } : {}),
          },
        })
      }
      onClose={onClose}
    >
      <Form.Item name="owner" label={t('sqlReview.owner')} rules={[{ required: true }]}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="due" label={t('sqlReview.items.due')} rules={[{ required: true }]}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="state" label={t('sqlReview.state')}>
        <Radio.Group
          options={(['open', 'accepted', 'fixed', ...(item.state === 'not-judged' ? [item.state] : [])] as const).map(
            (value) => ({
              value,
              label: t(`sqlReview.items.states.${value}`),
            }),
          )}
        />
      </Form.Item>
      {state === 'accepted' ? (
        <>
          <Form.Item name="reason" label={t('sqlReview.exceptions.reason')} rules={[{ required: true }]}>
            <Input.TextArea rows={2} maxLength={500} />
          </Form.Item>
          <Form.Item name="until" label={t('sqlReview.exceptions.expires')} rules={[{ required: true }]}>
            <Input type="date" />
          </Form.Item>
        </>
      ) : null}
    </FormDialog>
  );
}
