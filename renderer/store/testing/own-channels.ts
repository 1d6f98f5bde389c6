// Before every test file: files are threads of one process, and each is a profile of its own. What its windows tell each other
// would be heard in all of them.
const {BroadcastChannel: OfProcess} = globalThis;
const profile = crypto.randomUUID();

globalThis.BroadcastChannel = class extends OfProcess {
  constructor(name: string) {
    super(`${profile} ${name}`);
  }
};

export {};
