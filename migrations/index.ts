import type { Migration } from 'kysely/migration';
import * as initial from './0001_initial.ts';
import * as sync from './0002_sync.ts';
import * as people from './0003_people.ts';
import * as timeline from './0004_timeline.ts';
import * as ownPrices from './0005_own_prices.ts';
import * as walmart from './0006_walmart.ts';
import * as search from './0007_search.ts';
import * as imports from './0008_imports.ts';

/** Listed by hand: reading the folder at run time does not survive bundling. Append only. */
export const migrations: Readonly<Record<string, Migration>> = {
	'0001_initial': initial,
	'0002_sync': sync,
	'0003_people': people,
	'0004_timeline': timeline,
	'0005_own_prices': ownPrices,
	'0006_walmart': walmart,
	'0007_search': search,
	'0008_imports': imports
};
