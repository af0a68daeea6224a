import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { type ReactNode, useMemo } from 'react';
import { useLanguage } from '../words/use-words.ts';
import { designOf } from './design.ts';
import { useIsDark, useIsStill } from './theme-choice.ts';

/** Gives everything below it the look and the language chosen. */
export function Design({ children }: { children: ReactNode }) {
  const language = useLanguage();
  const isDark = useIsDark();
  const isStill = useIsStill();
  const design = useMemo(() => designOf(isDark, isStill), [isDark, isStill]);
  dayjs.locale(language === 'zh-CN' ? 'zh-cn' : 'en');
  return (
    <ConfigProvider theme={design} locale={language === 'zh-CN' ? zhCN : enUS} button={{ autoInsertSpace: false }}>
      <App className="app" message={{ maxCount: 3 }}>
        {children}
      </App>
    </ConfigProvider>
  );
}
