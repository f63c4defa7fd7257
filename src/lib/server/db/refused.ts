/** The data cannot be used as it is. The message is for the operator: which file, what is wrong, what to do. */
export class DataRefused extends Error {
	override readonly name = 'DataRefused';
}
