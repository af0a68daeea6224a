import { addSchedule, completeFirstRun, getFirstRun, getMe } from '@myriad/contract';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { answerKey, useAnswer } from '../../shared/api/use-answer.ts';
import { useSend } from '../../shared/api/use-send.ts';
import { Message } from '../../shared/page/Message.tsx';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';
import { nightlyDeepLook } from '../schedules/schedule-form.ts';
import { Door } from './Door.tsx';

/** The token stands behind `#`, so it is never sent to a server by the address; it leaves the address bar at once. */
function useTokenOfAddress(): string {
  const [token] = useState(() => new URLSearchParams(window.location.hash.slice(1)).get('token') ?? '');
  useEffect(() => {
    if (token) window.history.replaceState(window.history.state, '', window.location.pathname);
  }, [token]);
  return token;
}

export function FirstRunPage() {
  const { t } = useTranslation();
  const token = useTokenOfAddress();
  const firstRun = useAnswer(getFirstRun, {});
  useEffect(() => {
    document.title = `${t('frame.firstRun.title')} · ${t('frame.product')}`;
  }, [t]);
  if (firstRun.data?.needed === false)
    return (
      <Door title={t('frame.firstRun.over')} lead={t('frame.firstRun.overNext')}>
        <Link to="/sign-in">{t('frame.signIn.title')}</Link>
      </Door>
    );
  if (!token)
    return (
      <Door title={t('frame.firstRun.title')}>
        <Message title={t('frame.firstRun.noToken')} next={t('frame.firstRun.noTokenNext')} />
      </Door>
    );
  return (
    <Door title={t('frame.firstRun.title')} lead={t('frame.firstRun.lead')}>
      <AdministratorForm token={token} />
    </Door>
  );
}

interface AdministratorValues {
  readonly name: string;
  readonly password: string;
  readonly looksNightly: boolean;
}

function AdministratorForm({ token }: { token: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [form] = Form.useForm<AdministratorValues>();
  const enter = () => void navigate('/', { replace: true });
  // A schedule is somebody's standing approval, and the first somebody is here now. Where it fails, the self-check tells of it.
  const schedule = useSend(addSchedule, { onDone: enter, onRefused: enter });
  const { send, isSending, error } = useSend(completeFirstRun, {
    refreshes: [getFirstRun],
    onDone: (me) => {
      queries.setQueryData(answerKey(getMe, {}), me);
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      if (form.getFieldValue('looksNightly') !== true) enter();
      else schedule.send({ body: nightlyDeepLook(t('frame.firstRun.nightlyName'), timeZone) });
    },
  });
  return (
    <Form
      layout="vertical"
      size="middle"
      requiredMark={false}
      form={form}
      initialValues={{ looksNightly: true }}
      onFinish={({ name, password }: AdministratorValues) => send({ body: { token, name, password } })}
    >
      <Form.Item name="name" label={t('frame.signIn.name')} rules={[{ required: true }]}>
        <Input autoFocus autoComplete="username" maxLength={64} spellCheck={false} />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('frame.firstRun.password')}
        rules={[{ required: true }, { min: 12, message: t('frame.firstRun.short') }]}
      >
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
      <Form.Item
        name="repeat"
        label={t('frame.firstRun.repeat')}
        dependencies={['password']}
        rules={[
          { required: true },
          ({ getFieldValue }) => ({
            validator: async (_, value: string) => {
              if (value && value !== getFieldValue('password')) throw new Error(t('frame.firstRun.differ'));
            },
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
      <Form.Item name="looksNightly" valuePropName="checked" extra={t('frame.firstRun.nightlyWhy')}>
        <Checkbox>{t('frame.firstRun.nightly')}</Checkbox>
      </Form.Item>
      <ProblemNote error={error} />
      <Button
        type="primary"
        htmlType="submit"
        block
        loading={isSending || schedule.isSending}
        style={{ marginTop: 10 }}
      >
        {t('frame.firstRun.go')}
      </Button>
    </Form>
  );
}
