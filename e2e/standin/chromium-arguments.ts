/**
 * Chromium draws the lists below its address bar as pages of its own, in every window, whether anybody types there or not: starting
 * them costs as much as starting ours. Playwright's own list would be lost by a second one, so it stands here too.
 */
const leftOut = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'TcpPortRandomizationWin',
  'ThirdPartyStoragePartitioning',
];

/** What every Chromium of the stories is started with; of two lists of features it would read the second alone. */
export const chromiumArguments = (leftOutToo: readonly string[] = []): readonly string[] => [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
  `--disable-features=${[...leftOut, ...leftOutToo].join(',')}`,
];
