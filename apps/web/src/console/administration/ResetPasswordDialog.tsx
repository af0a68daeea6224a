import { resetPassword, type UserView } from '@myriad/contract';
import { Alert, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../shared/api/use-send.ts';
import { Copyable } from '../../shared/page/Copyable.tsx';
import { Dialog } from '../../shared/page/Dialog.tsx';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';
import { useFieldFaults } from '../../shared/page/use-field-faults.ts';
import { useEndedWords } from './use-ended-words.ts';

interface Values {
  readonly who: 'made' | 'own';
  readonly password?: string;
}

/** Gives a user another password: one the platform makes, seen once, or one the reader chooses. */
export function ResetPasswordDialog({ user, onClose }: { user: UserView; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const who = Form.useWatch('who', form) ?? 'made';
  const faults = useFieldFaults(form);
  const wordsOf = useEndedWords();
  const { send, isSending, answer } = useSend(resetPassword, { onRefused: faults.place });
  const title = t('administration.actTitle.password', { name: user.name });
  if (answer)
    return (
      <Dialog
        open
        title={title}
        okText={t('administration.user.done')}
        onOk={onClose}
        onCancel={onClose}
        cancelButtonProps={{ hidden: true }}
      >
        <div className="stack">
          <p>{wordsOf(answer)}</p>
          {answer.password ? (
            <>
              <Alert type="warning" showIcon title={t('administration.user.passwordOnce')} />
              <div style={{ overflowWrap: 'anywhere' }} data-testid="password">
                <Copyable text={answer.password} />
              </div>
            </>
          ) : null}
        </div>
      </Dialog>
    );
  const reset = ({ who: chosen, password }: Values) => {
    faults.forget();
    send({ params: { userId: user.id }, body: chosen === 'own' && password ? { password } : {} });
  };
  return (
    <Dialog
      open
      title={title}
      okText={t('administration.act.password')}
      okButtonProps={{ danger: true, loading: isSending }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p>{t('administration.actLead.password')}</p>
      <Form form={form} layout="vertical" initialValues={{ who: 'made' }} onFinish={reset} style={{ marginTop: 10 }}>
        <Form.Item name="who" extra={who === 'made' ? t('administration.user.passwordMadeHint') : undefined}>
          <Radio.Group
            options={[
              { value: 'made', label: t('administration.user.passwordMade') },
              { value: 'own', label: t('administration.user.passwordOwn') },
            ]}
          />
        </Form.Item>
        {who === 'own' ? (
          <Form.Item name="password" label={t('administration.user.password')} rules={[{ required: true, min: 12 }]}>
            <Input.Password maxLength={200} autoComplete="new-password" />
          </Form.Item>
        ) : null}
      </Form>
      <ProblemNote {...faults.note} />
    </Dialog>
  );
}
