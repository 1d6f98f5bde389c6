/** The oldest Node the tools run on. */
const oldest = {major: 20, minor: 19};

/**
 * What to tell somebody whose Node is too old; undefined when it will do.
 * @param {string} version as in `process.versions.node`
 */
export function nodeComplaint(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > oldest.major || (major === oldest.major && minor >= oldest.minor)) return undefined;
  return `Tradewind needs Node ${oldest.major}.${oldest.minor} or newer; this is Node ${version}.`;
}
