/**
 * What the page may do, as response headers; one function, so that the desktop and the browser edition cannot drift apart.
 * Every response carries them, not only the page: a worker is held by the policy its own script came with.
 */

/** Abilities of a browser that the product has no use for. A feature that comes to need one takes it off this list. */
const refusedAbilities = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'encrypted-media',
  'gamepad',
  'geolocation',
  'gyroscope',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'storage-access',
  'usb',
  'xr-spatial-tracking',
] as const;

/** Where the master of a shop may be is known to no program: wherever it is, plain http reaches this machine alone. Workers talk with it, never the page. */
const masters = [
  '',
  'https:',
  'wss:',
  ...['127.0.0.1', 'localhost'].flatMap((host) => [`http://${host}:*`, `ws://${host}:*`]),
].join(' ');

/**
 * The security headers of one response, by lower-case name. `nonce` marks the page's own inline style and script
 * elements; leave it out for anything that is not the page.
 */
export function securityHeaders({nonce}: {nonce?: string} = {}): Readonly<Record<string, string>> {
  const inline = nonce === undefined ? '' : ` 'nonce-${nonce}'`;
  const policy = [
    `default-src 'none'`,
    // HarfBuzz, which joins letters of Arabic and Thai on labels, is WebAssembly; it runs in a worker, never in the page.
    `script-src 'self'${nonce === undefined ? ` 'wasm-unsafe-eval'` : inline}`,
    `style-src 'self'${inline}`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self'${nonce === undefined ? masters : ''}`,
    `worker-src 'self'`,
    `manifest-src 'self'`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ];
  return {
    'content-security-policy': policy.join('; '),
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': refusedAbilities.map((ability) => `${ability}=()`).join(', '),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
}
