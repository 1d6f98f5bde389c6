import {MantineProvider} from '@mantine/core';
import type {ReactNode} from 'react';
import '@fontsource-variable/inter/wght.css';
import './mantine.css';
import './tokens.css';
import './base.css';
import {mantineTheme, mantineVariables} from './mantine-theme.ts';

interface KitProviderProps {
  /** What is seen now: the choice of the person, or of the system where the person left it to the system. */
  readonly scheme: 'light' | 'dark';
  readonly children: ReactNode;
}

/** Everything of `renderer/ui` stands inside one of these. */
export function KitProvider({scheme, children}: KitProviderProps) {
  return (
    <MantineProvider
      theme={mantineTheme}
      cssVariablesResolver={mantineVariables}
      forceColorScheme={scheme}
      getStyleNonce={styleNonce}
      withStaticClasses={false}
    >
      {children}
    </MantineProvider>
  );
}

/** The page's content security policy lets in only style elements that carry the nonce of this response. */
function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}
