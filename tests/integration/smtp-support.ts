import { SMTPServer } from 'smtp-server';

export interface Part {
	type: string;
	headers: string;
	body: string;
}
export interface Received {
	to: string[];
	headers: string;
	/** Its leaves, decoded. */
	parts: Part[];
}

const headerOf = (headers: string, name: string): string =>
	new RegExp(`^${name}:\\s*((?:.*(?:\\r\\n[ \\t])?)*)`, 'im')
		.exec(headers)?.[1]
		?.replace(/\r\n[ \t]/g, ' ')
		.trim() ?? '';

function decode(body: string, encoding: string): string {
	if (/base64/i.test(encoding)) return Buffer.from(body, 'base64').toString('utf8');
	if (!/quoted-printable/i.test(encoding)) return body;
	const bytes = body
		.replace(/=\r\n/g, '')
		.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
	return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** RFC 2045 and 2046, as far as our own mails go. */
function leaves(message: string): Part[] {
	const at = message.indexOf('\r\n\r\n');
	const [headers, body] = [message.slice(0, at), message.slice(at + 4)];
	const type = headerOf(headers, 'Content-Type');
	const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
	if (!boundary)
		return [{ type, headers, body: decode(body, headerOf(headers, 'Content-Transfer-Encoding')) }];
	return body
		.split(`--${boundary}`)
		.slice(1, -1)
		.flatMap((part) => leaves(part.replace(/^\r\n/, '').replace(/\r\n$/, '')));
}

/** A mail server that listens on this machine and keeps what it is given. */
export async function openPostOffice() {
	const received: Received[] = [];
	const server = new SMTPServer({
		disabledCommands: ['AUTH', 'STARTTLS'],
		onData(stream, session, done) {
			const chunks: Buffer[] = [];
			stream.on('data', (chunk: Buffer) => chunks.push(chunk));
			stream.on('end', () => {
				const message = Buffer.concat(chunks).toString('latin1');
				received.push({
					to: session.envelope.rcptTo.map((to) => to.address),
					headers: message.slice(0, message.indexOf('\r\n\r\n')),
					parts: leaves(message)
				});
				done();
			});
		}
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	const address = server.server.address();
	if (!address || typeof address === 'string') throw new Error('no port');
	return {
		url: `smtp://127.0.0.1:${address.port}`,
		received,
		/** Gives what came since the last time. */
		take: () => received.splice(0),
		close: () => new Promise<void>((closed) => server.close(closed))
	};
}
