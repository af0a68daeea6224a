import { DesktopOutlined, MoonOutlined, SunOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { changeTheme, type ThemeChoice, useThemeChoice } from '../../shared/theme/theme-choice.ts';
import { changeLanguage } from '../../shared/words/i18n.ts';
import { useLanguage } from '../../shared/words/use-words.ts';

/** Each language is named in itself, so that it is found by those who read only that one. */
const languageNames = { 'zh-CN': '中文', en: 'English' } as const;

export function LanguageSwitch() {
  const { t } = useTranslation();
  const other = useLanguage() === 'en' ? 'zh-CN' : 'en';
  return (
    <Button
      type="text"
      lang={other}
      aria-label={`${t('frame.language')}: ${languageNames[other]}`}
      onClick={() => void changeLanguage(other)}
    >
      {languageNames[other]}
    </Button>
  );
}

const themeIcons = { system: <DesktopOutlined />, light: <SunOutlined />, dark: <MoonOutlined /> };

export function ThemeSwitch() {
  const { t } = useTranslation();
  const choice = useThemeChoice();
  const choices: ThemeChoice[] = ['system', 'light', 'dark'];
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectable: true,
        selectedKeys: [choice],
        items: choices.map((key) => ({ key, icon: themeIcons[key], label: t(`frame.theme.${key}`) })),
        onClick: ({ key }) => changeTheme(key as ThemeChoice),
      }}
    >
      <Button
        type="text"
        icon={themeIcons[choice]}
        aria-label={`${t('frame.theme.label')}: ${t(`frame.theme.${choice}`)}`}
      />
    </Dropdown>
  );
}
