import {type CSSVariablesResolver, type MantineColorsTuple, createTheme} from '@mantine/core';

const sizes = {xs: 'var(--text-label)', sm: 'var(--text-small)', md: 'var(--text-body)', lg: 'var(--text-lead)'};

/** Mantine's own looks, replaced by the tokens: whatever part of it is used, it is dense and ours. */
export const mantineTheme = createTheme({
  colors: {accent: shades('var(--accent)'), red: shades('var(--stop)'), green: shades('var(--good)')},
  primaryColor: 'accent',
  primaryShade: 6,
  white: 'var(--ground)',
  black: 'var(--ink)',
  focusRing: 'never',
  respectReducedMotion: true,
  cursorType: 'default',
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font-fixed)',
  fontSizes: {...sizes, xl: 'var(--text-figure)'},
  fontWeights: {regular: 'var(--weight)', medium: 'var(--weight-medium)', bold: 'var(--weight-strong)'},
  lineHeights: same('var(--leading)'),
  spacing: {
    xs: 'var(--space-1)',
    sm: 'var(--space-2)',
    md: 'var(--space-3)',
    lg: 'var(--space-4)',
    xl: 'var(--space-6)',
  },
  radius: same('var(--radius)'),
  defaultRadius: 'var(--radius)',
  shadows: same('var(--shadow)'),
  components: {
    Tooltip: {
      defaultProps: {openDelay: 400, transitionProps: {duration: 0}, events: {hover: true, focus: true, touch: false}},
    },
    Popover: {defaultProps: {transitionProps: {duration: 0}, shadow: 'md'}},
    Combobox: {defaultProps: {transitionProps: {duration: 0}, shadow: 'md'}},
    Menu: {defaultProps: {transitionProps: {duration: 0}, shadow: 'md'}},
    // A page that does not scroll needs no lock, and the lock would write a style element of its own.
    Modal: {defaultProps: {transitionProps: {duration: 0}, lockScroll: false}},
  },
});

/** What Mantine derives by itself from its palette, given in tokens; the same in both schemes, as tokens know both. */
export const mantineVariables: CSSVariablesResolver = () => {
  const derived = {
    '--mantine-color-body': 'var(--ground)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-bright': 'var(--ink)',
    '--mantine-color-error': 'var(--stop)',
    '--mantine-color-success': 'var(--good)',
    '--mantine-color-placeholder': 'var(--ink-quiet)',
    '--mantine-color-dimmed': 'var(--ink-quiet)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-default': 'var(--ground)',
    '--mantine-color-default-hover': 'var(--ground-hover)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-disabled': 'var(--ground-quiet)',
    '--mantine-color-disabled-color': 'var(--ink-quiet)',
    '--mantine-color-disabled-border': 'var(--line)',
    '--mantine-primary-color-contrast': 'var(--on-accent)',
    '--mantine-color-accent-filled': 'var(--accent)',
    '--mantine-color-accent-filled-hover': 'var(--accent-strong)',
    '--mantine-color-accent-light': 'var(--ground-selected)',
    '--mantine-color-accent-light-hover': 'var(--ground-selected)',
    '--mantine-color-accent-light-color': 'var(--accent)',
    '--mantine-color-accent-outline': 'var(--accent)',
  };
  return {variables: {}, light: derived, dark: derived};
};

function same(value: string) {
  return {xs: value, sm: value, md: value, lg: value, xl: value};
}

/** Mantine wants ten shades of a colour; a token is one, and already right in both schemes. */
function shades(colour: string): MantineColorsTuple {
  return [colour, colour, colour, colour, colour, colour, colour, colour, colour, colour];
}
