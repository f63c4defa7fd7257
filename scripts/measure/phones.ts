import { join } from 'node:path';
import { openBadLine, type BadLine } from '../../tests/support/bad-line.ts';
import { isKept, openDevice, type Device } from '../../tests/support/browser.ts';
import { inviteLink, joinBy } from '../../tests/support/household.ts';
import { ListPage } from '../../tests/support/list-page.ts';
import { withFolder } from '../bench/scratch.ts';
import { startBuiltServer, type BuiltServer } from '../built-server.ts';

/** A Chromium with a profile on the disk, open on the list that both share. */
export interface Phone {
	readonly device: Device;
	readonly list: ListPage;
}

export interface Phones {
	readonly ann: Phone;
	readonly ben: Phone;
	readonly server: BuiltServer;
	/** Starts the server anew after it was stopped, on the same port and data. */
	readonly restart: () => Promise<void>;
}

export interface Lines {
	readonly ann: BadLine;
	readonly ben: BadLine;
}

/** Gives the work two phones on one list with these things on it, and the production build behind them. */
export function withPhones<T>(things: string, work: (phones: Phones) => Promise<T>): Promise<T> {
	return withServer(async (house) => {
		const { url } = house.server;
		return withPair(house, { ann: url, ben: url }, things, work);
	});
}

/** The same, where each phone reaches the server over a line of its own. */
export function withPhonesOnLines<T>(
	things: string,
	work: (phones: Phones, lines: Lines) => Promise<T>
): Promise<T> {
	return withServer(async (house) => {
		const [ann, ben] = [await openBadLine(house.server.url), await openBadLine(house.server.url)];
		try {
			return await withPair(house, { ann: ann.url, ben: ben.url }, things, (phones) =>
				work(phones, { ann, ben })
			);
		} finally {
			ann.close();
			ben.close();
		}
	});
}

interface House extends Pick<Phones, 'server' | 'restart'> {
	readonly folder: string;
}

function withServer<T>(work: (house: House) => Promise<T>): Promise<T> {
	return withFolder(async (folder) => {
		const dataDir = join(folder, 'data');
		const server = await startBuiltServer({ dataDir });
		const started = [server];
		const restart = async () => {
			started.push(await startBuiltServer({ dataDir, port: server.port }));
		};
		try {
			return await work({ folder, server, restart });
		} finally {
			for (const each of started) await each.stop();
		}
	});
}

async function withPair<T>(
	{ folder, ...house }: House,
	urls: { readonly ann: string; readonly ben: string },
	things: string,
	work: (phones: Phones) => Promise<T>
): Promise<T> {
	const anns = await openDevice({ folder: join(folder, 'ann'), baseURL: urls.ann });
	const bens = await openDevice({ folder: join(folder, 'ben'), baseURL: urls.ben });
	try {
		const ann = { device: anns, list: new ListPage(await anns.open()) };
		await ann.list.add(things);
		await ann.list.isUpToDate();
		const { pathname, hash } = new URL(await inviteLink(ann.list.page));
		await ann.list.page.keyboard.press('Escape');
		// To Ben the server has another address.
		const link = new URL(pathname + hash, urls.ben).href;
		const ben = { device: bens, list: await joinBy(bens, link, 'Ben') };
		await ben.list.ticks.nth((await ann.list.ticks.count()) - 1).waitFor();
		for (const { list } of [ann, ben]) await isKept(list.page);
		return await work({ ...house, ann, ben });
	} finally {
		await anns.context.close();
		await bens.context.close();
	}
}
