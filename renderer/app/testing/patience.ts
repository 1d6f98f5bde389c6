import {configure} from '@testing-library/react';

// Before every test of a page: what it will show is waited for longer than the second that a busy machine can take.
configure({asyncUtilTimeout: 10_000});
