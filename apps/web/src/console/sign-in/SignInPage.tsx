import { getFirstRun, getMe, signIn } from '@myriad/contract';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { answerKey, useAnswer } from '../../shared/api/use-answer.ts';
import { useSend } from '../../shared/api/use-send.ts';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';
import { nextAddress } from '../frame/me.ts';
import { Door } from './Door.tsx';

export function SignInPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const firstRun = useAnswer(getFirstRun, {});
  const { send, isSending, error } = useSend(signIn, {
    onDone: (me) => {
      queries.setQueryData(answerKey(getMe, {}), me);
      void navigate(nextAddress(search), { replace: true });
    },
  });
  useEffect(() => {
    document.title = `${t('frame.signIn.title')} · ${t('frame.product')}`;
  }, [t]);
  return (
    <Door title={t('frame.signIn.title')}>
      {search.has('next') && !error ? <p className="soft">{t('frame.signIn.ended')}</p> : null}
      {firstRun.data?.needed ? (
        <Alert type="info" showIcon title={t('frame.signIn.firstRun')} description={t('frame.signIn.firstRunNext')} />
      ) : null}
      <Form
        layout="vertical"
        size="middle"
        requiredMark={false}
        onFinish={(body: { name: string; password: string }) => send({ body })}
      >
        <Form.Item name="name" label={t('frame.signIn.name')} rules={[{ required: true }]}>
          <Input autoFocus autoComplete="username" maxLength={64} spellCheck={false} />
        </Form.Item>
        <Form.Item name="password" label={t('frame.signIn.password')} rules={[{ required: true }]}>
          <Input.Password autoComplete="current-password" maxLength={200} />
        </Form.Item>
        <ProblemNote error={error} />
        <Button type="primary" htmlType="submit" block loading={isSending} style={{ marginTop: 10 }}>
          {t('frame.signIn.go')}
        </Button>
      </Form>
    </Door>
  );
}
