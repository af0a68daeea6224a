import {
  listApplications,
  listEnvironments,
  listReviewPolicies,
  listReviewPolicyVersions,
  type ReviewPolicyScope,
  type ReviewPolicyView,
  saveReviewPolicy,
} from '@myriad/contract';
import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../../shared/api/use-answer.ts';
import { useSend } from '../../../shared/api/use-send.ts';
import { ProblemNote } from '../../../shared/page/ProblemNote.tsx';
import { scopeName } from '../scope-name.ts';

interface PolicyDialogProps {
  /** undefined: of a scope that has none yet. */
  readonly policy: ReviewPolicyView | undefined;
  readonly known: readonly ReviewPolicyView[];
  readonly onClose: () => void;
}

interface Values {
  readonly scope: string;
  readonly note: string;
  readonly text: string;
}

/** A policy is text; what cannot be believed is refused with its line. */
export function PolicyDialog({ policy, known, onClose }: PolicyDialogProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const applications = useAnswer(listApplications, { query: { limit: 500 } }, { enabled: policy === undefined });
  const environments = useAnswer(listEnvironments, {}, { enabled: policy === undefined });
  const save = useSend(saveReviewPolicy, {
    refreshes: [listReviewPolicies, listReviewPolicyVersions],
    onDone: onClose,
  });
  const taken = new Set(known.map(({ scope }) => JSON.stringify(scope)));
  const scopes = [
    { scope: { kind: 'base' } as const, name: undefined },
    ...(environments.data?.items ?? []).map(({ name }) => ({
      scope: { kind: 'environment', id: name } as const,
      name,
    })),
    ...(applications.data?.items ?? []).map(({ id, name }) => ({ scope: { kind: 'application', id } as const, name })),
  ].filter(({ scope }) => !taken.has(JSON.stringify(scope)));
  const go = ({ scope, note, text }: Values) => {
    const of: ReviewPolicyScope = policy?.scope ?? JSON.parse(scope);
    save.send({ body: { scope: of, from: policy?.version ?? 0, note, text: text ?? '' } });
  };
  return (
    <Modal
      open
      width={860}
      title={policy ? scopeName(policy, t) : t('sqlReview.addPolicy')}
      okText={t('sqlReview.save')}
      confirmLoading={save.isSending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" onFinish={go} initialValues={{ text: policy?.text ?? '' }}>
        {policy ? null : (
          <Form.Item name="scope" label={t('sqlReview.scope')} rules={[{ required: true }]}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={scopes.map((one) => ({
                value: JSON.stringify(one.scope),
                label: scopeName({ scope: one.scope, ...(one.name === undefined ? {} : { name: one.name }) }, t),
              }))}
            />
          </Form.Item>
        )}
        <Form.Item name="text" label={t('sqlReview.policyText')} extra={t('sqlReview.policyHelp')}>
          <Input.TextArea rows={16} spellCheck={false} className="mono" />
        </Form.Item>
        <Form.Item name="note" label={t('sqlReview.note')} rules={[{ required: true }]}>
          <Input maxLength={500} />
        </Form.Item>
      </Form>
      <ProblemNote error={save.error} />
    </Modal>
  );
}
