import { backUp, drill } from './backup-work.ts';
import { ADDRESS_HEADER, PROTOCOL_HEADER } from './proxy.ts';
import { runServer, runWork } from './run.ts';
import type { Handler } from './serve.ts';

/** More than any request of ours: Kit refuses a larger body with 413. */
const BODY_LIMIT = '256K';

const [, , command] = process.argv;
if (command === 'backup') await runWork(backUp);
else if (command === 'drill') await runWork(drill);
else await runServer(loadKitHandler);

/** The adapter's handler lies beside this file once both are built, and reads its settings when imported. */
async function loadKitHandler(): Promise<Handler> {
	process.env['PROTOCOL_HEADER'] = PROTOCOL_HEADER;
	process.env['ADDRESS_HEADER'] = ADDRESS_HEADER;
	process.env['BODY_SIZE_LIMIT'] = BODY_LIMIT;
	const beside = new URL('./handler.js', import.meta.url).href;
	const { handler } = (await import(/* @vite-ignore */ beside)) as { handler: Handler };
	return handler;
}
