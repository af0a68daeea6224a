import { type MappingAlgorithm, type ThemeConfig, theme } from 'antd';

const sans =
  'system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';
const mono = 'ui-monospace, "SFMono-Regular", "Cascadia Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace';

const light = {
  colorPrimary: '#0b6e75',
  colorSuccess: '#18784a',
  colorWarning: '#a15c00',
  colorError: '#c4302b',
  colorInfo: '#0b6e75',
  colorTextBase: '#17232b',
  colorBgBase: '#ffffff',
  colorLink: '#0b6e75',
  colorTextPlaceholder: '#60717b',
  colorTextDescription: '#52636d',
};

const dark = {
  colorPrimary: '#35a8ae',
  colorSuccess: '#4fbd83',
  colorWarning: '#d99a3c',
  colorError: '#ef6f68',
  colorInfo: '#35a8ae',
  colorTextBase: '#e3eaed',
  colorBgBase: '#12191d',
  colorLink: '#55bcc2',
  colorTextPlaceholder: '#7f8f98',
  colorTextDescription: '#a3b2ba',
};

/** The compact algorithm also shrinks letters below what can be read for hours: they get their size back. */
const readable: MappingAlgorithm = (_, compact) => ({
  ...(compact ?? theme.defaultAlgorithm(theme.defaultSeed)),
  fontSize: 13,
  fontSizeSM: 12,
  fontSizeLG: 14,
  fontSizeXL: 16,
  lineHeight: 1.6,
  lineHeightSM: 1.6,
  fontHeight: 21,
  fontHeightSM: 19,
});

/** Grounds and lines, the same as in `style.css`; the generated ones turn muddy with colours this deep. */
const groundsOf = (isDark: boolean) =>
  isDark
    ? {
        colorWarningBg: '#33260f',
        colorWarningBorder: '#6b5020',
        colorErrorBg: '#3a1b1a',
        colorErrorBorder: '#7a3733',
        colorInfoBg: '#123236',
        colorInfoBorder: '#225a5f',
        colorPrimaryBg: '#123236',
        colorBgLayout: '#0c1114',
        colorBgContainer: '#12191d',
        colorBgElevated: '#19232a',
        colorBorder: '#3a4953',
        colorBorderSecondary: '#26323a',
      }
    : {
        colorWarningBg: '#fbf0dd',
        colorWarningBorder: '#e8cfa3',
        colorErrorBg: '#fbe9e7',
        colorErrorBorder: '#efbdb9',
        colorInfoBg: '#e6f2f2',
        colorInfoBorder: '#aed4d5',
        colorPrimaryBg: '#e0f0f0',
        colorBgLayout: '#f3f5f6',
        colorBorder: '#c3cdd2',
        colorBorderSecondary: '#dde3e6',
      };

/** Dense, calm, exact: compact, one accent, greys with a drop of blue. `style.css` has the same colours. */
export const designOf = (isDark: boolean, isStill: boolean): ThemeConfig => ({
  algorithm: [
    isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    theme.compactAlgorithm,
    (seed, map) => ({ ...readable(seed, map), ...groundsOf(isDark) }),
  ],
  token: { fontFamily: sans, fontFamilyCode: mono, borderRadius: 5, motion: !isStill, ...(isDark ? dark : light) },
  components: {
    // White on the bright accent of the dark theme cannot be read.
    Button: isDark
      ? { primaryColor: '#0c1114', dangerColor: '#0c1114' }
      : { primaryColor: '#ffffff', dangerColor: '#ffffff' },
    Table: { headerBg: isDark ? '#172026' : '#f7f9fa', headerSplitColor: 'transparent', cellPaddingInlineSM: 12 },
    Tooltip: { maxWidth: 380 },
    Form: { itemMarginBottom: 14 },
  },
});
