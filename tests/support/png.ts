const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const IHDR_AT = 16;
/** The bit of a PNG's color type that says every pixel has an opacity. */
const ALPHA = 4;

interface PngHeader {
	readonly width: number;
	readonly height: number;
	readonly hasAlpha: boolean;
}

/** What a PNG says of itself, by section 11.2.1 of its specification. @throws when it is none */
export function readPngHeader(bytes: Buffer): PngHeader {
	if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new Error('This is not a PNG.');
	return {
		width: bytes.readUInt32BE(IHDR_AT),
		height: bytes.readUInt32BE(IHDR_AT + 4),
		hasAlpha: (bytes.readUInt8(IHDR_AT + 9) & ALPHA) !== 0
	};
}
