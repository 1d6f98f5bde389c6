// Before every test file: what a page will show is waited for longer than the second that a busy machine can take.
if (typeof document !== 'undefined') {
  const {configure} = await import('@testing-library/react');
  configure({asyncUtilTimeout: 10_000});
}

export {};
