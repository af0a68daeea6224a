import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from './copy-text.ts';

/** Takes a whole text to the clipboard, and says so. */
export function CopyButton({ text, children }: { text: string; children: ReactNode }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState<string>();
  const isCopied = copied === text;
  return (
    <Button
      icon={isCopied ? <CheckOutlined /> : <CopyOutlined />}
      onClick={() => void copyText(text).then(() => setCopied(text))}
    >
      {isCopied ? t('frame.act.copied') : children}
    </Button>
  );
}
