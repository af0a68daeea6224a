import { DownloadOutlined } from '@ant-design/icons';
import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from '../../shared/page/copy-text.ts';

export type ExtractFormat = 'csv' | 'json' | 'ndjson';
const formats = ['csv', 'json', 'ndjson'] as const;

interface ExtractMenuProps {
  /** Where the same comes as a file. */
  readonly addressOf: (format: ExtractFormat) => string;
  readonly onSample?: () => void;
}

/** What is shown, taken away: as a file, streamed however long it is, or to the clipboard. */
export function ExtractMenu({ addressOf, onSample }: ExtractMenuProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [isBusy, setBusy] = useState(false);
  const copy = async (format: ExtractFormat) => {
    setBusy(true);
    try {
      const answer = await fetch(addressOf(format));
      const text = await answer.text();
      if (!answer.ok) throw new Error(text);
      await copyText(text);
      void message.success(t('extract.copied', { count: Number(answer.headers.get('x-rows') ?? countRows(text)) }));
    } catch {
      void message.error(t('extract.failed'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          ...formats.map((format) => ({
            key: format,
            label: (
              <a href={addressOf(format)} download>
                {t('extract.file', { format: format.toUpperCase() })}
              </a>
            ),
          })),
          { type: 'divider' as const },
          { key: 'copy-csv', label: t('extract.copy', { format: 'CSV' }), onClick: () => void copy('csv') },
          { key: 'copy-json', label: t('extract.copy', { format: 'JSON' }), onClick: () => void copy('json') },
          ...(onSample
            ? [{ type: 'divider' as const }, { key: 'sample', label: t('extract.sample'), onClick: onSample }]
            : []),
        ],
      }}
    >
      <Button icon={<DownloadOutlined />} loading={isBusy} data-testid="extract">
        {t('extract.title')}
      </Button>
    </Dropdown>
  );
}

/** Lines of a CSV without its head, or the length of a JSON list. */
function countRows(text: string): number {
  if (text.startsWith('[')) return (JSON.parse(text) as unknown[]).length;
  return Math.max(0, text.trimEnd().split('\r\n').length - 1);
}
