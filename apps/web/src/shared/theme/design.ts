import { type ThemeConfig, theme } from 'antd';

const sans =
  'system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';
const mono = 'ui-monospace, "SFMono-Regular", "Cascadia Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace';

const shared = {
  fontFamily: sans,
  fontFamilyCode: mono,
  fontSize: 13,
  borderRadius: 5,
  wireframe: false,
  motion: true,
};

const light = {
  colorPrimary: '#0b6e75',
  colorSuccess: '#1a7f4b',
  colorWarning: '#a15c00',
  colorError: '#c4302b',
  colorInfo: '#0b6e75',
  colorTextBase: '#17232b',
  colorBgBase: '#ffffff',
  colorBgLayout: '#f3f5f6',
  colorLink: '#0b6e75',
};

const dark = {
  colorPrimary: '#35a8ae',
  colorSuccess: '#4fbd83',
  colorWarning: '#d99a3c',
  colorError: '#ef6f68',
  colorInfo: '#35a8ae',
  colorTextBase: '#e3eaed',
  colorBgBase: '#12191d',
  colorBgLayout: '#0c1114',
  colorLink: '#55bcc2',
};

/** Dense, calm, exact: the compact algorithm, one accent, greys with a drop of blue. `style.css` has the same colours. */
export const designOf = (isDark: boolean): ThemeConfig => ({
  algorithm: isDark ? [theme.darkAlgorithm, theme.compactAlgorithm] : [theme.defaultAlgorithm, theme.compactAlgorithm],
  token: { ...shared, ...(isDark ? dark : light) },
  components: {
    Table: { cellPaddingBlockSM: 6, headerBg: isDark ? '#172026' : '#f7f9fa' },
    Layout: { headerBg: 'transparent', siderBg: 'transparent' },
    Tooltip: { maxWidth: 380 },
  },
});
