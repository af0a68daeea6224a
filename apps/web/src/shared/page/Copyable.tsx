import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';

/** An exact text one may want to carry elsewhere. `shown` is what is seen of it when the whole is too long. */
export function Copyable({ text, shown }: { text: string; shown?: string }) {
  const { t } = useTranslation();
  return (
    <Typography.Text
      code={false}
      className="mono"
      title={text}
      copyable={{ text, tooltips: [t('frame.act.copy'), t('frame.act.copied')] }}
    >
      {shown ?? text}
    </Typography.Text>
  );
}

/** The first 12 figures of a hash; the whole of it is copied. */
export const HashText = ({ hash }: { hash: string }) => <Copyable text={hash} shown={hash.slice(0, 12)} />;
