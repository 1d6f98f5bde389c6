import {rules} from './rules.ts';
import {readTree, root} from './tree.ts';

const files = readTree(root);
const findings = rules.flatMap((rule) => rule.check(files));

for (const {path, line, rule, says} of findings) console.log(`${path}:${line} ${rule}: ${says}`);
if (findings.length === 0) console.log(`OK: ${files.length} files, ${rules.length} rules`);
process.exitCode = findings.length === 0 ? 0 : 1;
