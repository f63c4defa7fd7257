import { openDatabase } from '#lib/server/db/open.ts';
import { LATER, withSteps } from './later-migrations.ts';

// Opens a database as a start does, and is killed on the way. Arguments: the file, and at which step, from 0.

const [file = '', at = ''] = process.argv.slice(2);
let step = 0;
const migrations = withSteps(LATER, () => {
	if (step++ === Number(at)) process.kill(process.pid, 'SIGKILL');
});
await openDatabase(file, { migrations });
