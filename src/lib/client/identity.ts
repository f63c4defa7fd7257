/** Names of the databases on this device, and ids. */

export const DATABASE_KEY = 'wga.database';

/**
 * The name of this device's database. It is made before any session exists, because the first visit may be
 * offline, and stays until another person signs in here.
 */
export function databaseName(storage: Storage): string {
	const known = storage.getItem(DATABASE_KEY);
	if (known) return known;
	const name = `wga-${newId()}`;
	storage.setItem(DATABASE_KEY, name);
	return name;
}

/** 128 random bits in 22 characters of A-Z, a-z, 0-9, "-" and "_". Works without a secure context too. */
export function newId(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	return btoa(String.fromCharCode(...bytes))
		.replaceAll('+', '-')
		.replaceAll('/', '_')
		.replaceAll('=', '');
}
