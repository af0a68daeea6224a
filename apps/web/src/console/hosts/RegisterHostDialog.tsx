import { listHosts, ProblemAnswer, registerHost } from '@myriad/contract';
import { Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSend } from '../../shared/api/use-send.ts';
import { Dialog } from '../../shared/page/Dialog.tsx';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';
import { HostFields } from './HostFields.tsx';
import { HostKeyQuestion } from './HostKeyQuestion.tsx';
import { fingerprintIn, type HostFormValues, toHostForm } from './host-form.ts';

/** Registers a host. Its key is shown first and has to be confirmed by a person: nothing is sent to a host nobody knows. */
export function RegisterHostDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<HostFormValues>();
  const [hostKey, setHostKey] = useState<string>();
  const { send, isSending, error, reset } = useSend(registerHost, {
    refreshes: [listHosts],
    onDone: ({ id }) => void navigate(`/hosts/${id}`),
    onRefused: (refusal) => {
      if (refusal instanceof ProblemAnswer && refusal.problem.code === 'HOST_KEY_UNCONFIRMED')
        setHostKey(fingerprintIn(refusal.problem.words.en) ?? '');
    },
  });
  const isAsking = hostKey !== undefined;
  const problem = error instanceof ProblemAnswer && error.problem.code === 'HOST_KEY_UNCONFIRMED' ? undefined : error;
  const register = () =>
    void form.validateFields().then(
      () => send({ body: toHostForm(form.getFieldsValue(true), hostKey) }),
      () => undefined,
    );
  const back = () => {
    setHostKey(undefined);
    reset();
  };
  return (
    <Dialog
      open
      width={620}
      title={isAsking ? t('host.keySeen') : t('host.register')}
      okText={isAsking ? t('host.keyConfirm') : t('host.register')}
      cancelText={isAsking ? t('frame.act.back') : t('frame.act.cancel')}
      okButtonProps={{ disabled: isAsking && hostKey.trim() === '' }}
      confirmLoading={isSending}
      onOk={register}
      onCancel={isAsking ? back : onClose}
      mask={{ closable: false }}
    >
      {isAsking ? <HostKeyQuestion hostKey={hostKey} onChange={setHostKey} /> : null}
      <div hidden={isAsking}>
        <HostFields form={form} />
      </div>
      <ProblemNote error={problem} />
    </Dialog>
  );
}
