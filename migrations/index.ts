import type { Migration } from 'kysely/migration';
import * as initial from './0001_initial.ts';

/** Listed by hand: reading the folder at run time does not survive bundling. Append only. */
export const migrations: Readonly<Record<string, Migration>> = { '0001_initial': initial };
