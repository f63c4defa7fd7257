import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TestContext } from 'vitest';

/** Data to measure with, which is no part of the project; the variable DATA_SETS says where it lies. */
const FOLDER = process.env['DATA_SETS'] ?? resolve(import.meta.dirname, '../..', '../shared/data');

/** The path of a data set; where there is none, the test is skipped and says why. */
export function dataSet(path: string, { skip }: Pick<TestContext, 'skip'>): string {
	const file = join(FOLDER, path);
	if (!existsSync(file)) skip(`there is no ${file}; DATA_SETS names the folder of data sets`);
	return file;
}
