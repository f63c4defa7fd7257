import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib';

/** More than 3 takes several times as long and saves a sixth (`docs/operations.md`). */
const LEVEL = 3;
const CHUNK_BYTES = 1024 * 1024;

/** A file as it is on the disk: how long, and its SHA-256 in hex. */
export interface Fingerprint {
	readonly bytes: number;
	readonly sha256: string;
}

/** Compresses a file into another that has a checksum of its own. It is on the disk when this resolves. */
export async function pack(
	source: string,
	archive: string,
	onBytes: (read: number) => void
): Promise<Fingerprint> {
	const params = {
		[constants.ZSTD_c_compressionLevel]: LEVEL,
		[constants.ZSTD_c_checksumFlag]: 1
	};
	const print = fingerprinting();
	await pipeline(
		createReadStream(source, { highWaterMark: CHUNK_BYTES }),
		counting(onBytes),
		createZstdCompress({ params }),
		print.stream,
		createWriteStream(archive, { mode: 0o600, flush: true })
	);
	return print.result();
}

/**
 * Brings back what `pack` was given. It is on the disk when this resolves.
 * @throws what zlib says when the archive is cut off or damaged
 */
export async function unpack(archive: string, target: string): Promise<Fingerprint> {
	const out = createWriteStream(target, { mode: 0o600, flush: true });
	return readThrough(archive, out);
}

/** Reads an archive to its end as `unpack` does, and keeps nothing. @throws as `unpack` does */
export function proofread(archive: string): Promise<Fingerprint> {
	return readThrough(archive, new Writable({ write: (_chunk, _encoding, done) => done() }));
}

/** The fingerprint of a file, whatever is in it. */
export async function fingerprint(file: string): Promise<Fingerprint> {
	const print = fingerprinting();
	await pipeline(createReadStream(file, { highWaterMark: CHUNK_BYTES }), print.stream.resume());
	return print.result();
}

async function readThrough(archive: string, out: Writable): Promise<Fingerprint> {
	const print = fingerprinting();
	await pipeline(
		createReadStream(archive, { highWaterMark: CHUNK_BYTES }),
		print.stream,
		createZstdDecompress(),
		out
	);
	return print.result();
}

function fingerprinting() {
	const hash = createHash('sha256');
	let bytes = 0;
	const stream = counting((total, chunk) => {
		bytes = total;
		hash.update(chunk);
	});
	return { stream, result: (): Fingerprint => ({ bytes, sha256: hash.digest('hex') }) };
}

function counting(onChunk: (total: number, chunk: Buffer) => void): Transform {
	let total = 0;
	return new Transform({
		transform(chunk: Buffer, _encoding, done) {
			total += chunk.length;
			onChunk(total, chunk);
			done(null, chunk);
		}
	});
}
