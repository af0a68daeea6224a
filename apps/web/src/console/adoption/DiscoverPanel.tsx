import { type DiscoveryForm, startDiscovery } from '@myriad/contract';
import { Button, Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../shared/api/use-send.ts';
import { Panel } from '../../shared/page/Panel.tsx';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';
import { useFieldFaults } from '../../shared/page/use-field-faults.ts';

interface Values {
  readonly text: string;
  readonly account: { readonly user: string; readonly password: string };
  readonly follow: boolean;
  readonly ports?: string;
}

const toForm = ({ text, account, follow, ports = '' }: Values): DiscoveryForm => {
  const tried = ports.split(/[\s,，、]+/).filter(Boolean);
  const { user = '', password = '' } = account ?? {};
  return {
    ...{ text: text ?? '', follow, ports: tried.map(Number) },
    // Each line may bring an account of its own: then there is no common one.
    ...(user === '' && password === '' ? {} : { account: { user, password } }),
  };
};

/** One box for a server, a list, CSV or YAML; the account to look with; go. */
export function DiscoverPanel({ onStarted }: { onStarted: (id: string) => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const faults = useFieldFaults(form, { ALLOW_LIST_EMPTY: '' });
  const { send, isSending } = useSend(startDiscovery, {
    onDone: ({ id }) => onStarted(id),
    onRefused: faults.place,
  });
  const go = (values: Values) => {
    faults.forget();
    send({ body: toForm(values) });
  };
  return (
    <Panel title={t('adoption.discover')}>
      <Form form={form} layout="vertical" initialValues={{ follow: true }} onFinish={go} autoComplete="off">
        <Form.Item name="text" label={t('adoption.servers')} extra={t('adoption.serversHint')}>
          <Input.TextArea
            autoFocus
            className="mono"
            autoSize={{ minRows: 6, maxRows: 18 }}
            spellCheck={false}
            placeholder={'10.20.0.11:3306\n10.20.0.12:3306'}
          />
        </Form.Item>
        <div className="row wrap">
          <Form.Item name={['account', 'user']} label={t('adoption.user')} className="grow">
            <Input autoComplete="off" spellCheck={false} />
          </Form.Item>
          <Form.Item name={['account', 'password']} label={t('adoption.password')} className="grow">
            <Input.Password autoComplete="new-password" />
          </Form.Item>
        </div>
        <Form.Item name="follow" valuePropName="checked" style={{ marginBottom: 8 }}>
          <Checkbox>{t('adoption.follow')}</Checkbox>
        </Form.Item>
        <Form.Item name="ports" label={t('adoption.ports')} extra={t('adoption.portsHint')}>
          <Input className="mono" placeholder="3306, 3307" />
        </Form.Item>
        <ProblemNote {...faults.note} />
        <div className="row wrap" style={{ marginTop: 10 }}>
          <Button type="primary" htmlType="submit" loading={isSending} data-testid="discover">
            {t('adoption.go')}
          </Button>
          <span className="soft">{t('adoption.nothingWritten')}</span>
        </div>
      </Form>
    </Panel>
  );
}
