/**
 * Which hosts the server answers to. Pure functions: no socket, no environment.
 *
 * Answering to any Host header lets a page of another site reach a server on this machine by pointing
 * its own name at 127.0.0.1 (DNS rebinding), and lets a stranger choose the links we print. So a request
 * is served for the configured origin, or for a loopback name, and otherwise answered 421 (RFC 9110, 15.5.20).
 */

const HOST_HEADER = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::([0-9]{1,5}))?$/i;

/**
 * Splits a Host header. Gives null for anything but `name`, `name:port`, `[v6]` or `[v6]:port`.
 * @param {string | undefined} header
 * @returns {{ name: string, port: string } | null} name in lower case, without brackets; port '' when absent
 */
export function parseHost(header) {
	const match = HOST_HEADER.exec(header ?? '');
	if (!match) return null;
	const name = match[1].toLowerCase().replace(/^\[|\]$/g, '');
	const port = match[2] ?? '';
	return Number(port) > 65535 ? null : { name, port };
}

/**
 * Is this a name that only this machine answers to? `localhost` and what ends in it (RFC 6761, 6.3),
 * 127.0.0.0/8 and ::1.
 * @param {string} name
 */
export function isLoopbackName(name) {
	const bare = name.toLowerCase().replace(/^\[|\]$/g, '');
	return bare === 'localhost' || bare.endsWith('.localhost') || isLoopbackAddress(bare);
}

/**
 * Is this the address of this machine for itself? Knows the form `::ffff:127.0.0.1` of a double-stack socket.
 * @param {string | undefined} address
 */
export function isLoopbackAddress(address) {
	const bare = (address ?? '').toLowerCase().replace(/^::ffff:/, '');
	if (bare === '::1') return true;
	const bytes = bare.split('.');
	return (
		bytes.length === 4 && bytes[0] === '127' && bytes.every((b) => /^\d{1,3}$/.test(b) && Number(b) < 256)
	);
}

/**
 * Reads ORIGIN. Gives undefined when there is none, throws a sentence when it is not an http(s) origin.
 * @param {string | undefined} value
 * @returns {URL | undefined}
 */
export function parseOrigin(value) {
	if (!value?.trim()) return undefined;
	const url = URL.canParse(value.trim()) ? new URL(value.trim()) : undefined;
	if (
		url &&
		/^https?:$/.test(url.protocol) &&
		url.pathname === '/' &&
		!url.search &&
		!url.hash &&
		!url.username
	)
		return url;
	throw new Error(
		`ORIGIN vaut « ${value} », ce qui n’est pas une adresse comme https://jalon.exemple.fr : corrigez-la ou retirez-la.`
	);
}

/**
 * May this request be served, and for which host?
 *
 * Without an origin the port of a loopback name is not compared: a tunnel or a container may publish
 * the server on another one, and a browser never lets a page choose the Host it sends.
 * @param {{ host: string | undefined, path: string, peer: string | undefined, origin: URL | undefined }} request
 * @returns {{ ok: true, host: string } | { ok: false, status: 400 | 421, sentence: string }}
 */
export function judgeHost({ host, path, peer, origin }) {
	const asked = parseHost(host);
	const health = path.split('?')[0] === '/healthz' && isLoopbackAddress(peer);
	if (health) return { ok: true, host: origin ? origin.host : 'localhost' };
	if (!path.startsWith('/'))
		return {
			ok: false,
			status: 400,
			sentence: 'Cette requête est mal formée : demandez un chemin qui commence par « / ».'
		};
	if (!asked)
		return { ok: false, status: 400, sentence: 'Cette requête ne dit pas à quel hôte elle s’adresse.' };
	if (origin) {
		const standard = origin.protocol === 'https:' ? '443' : '80';
		const same =
			asked.name === origin.hostname.replace(/^\[|\]$/g, '') &&
			(asked.port || standard) === (origin.port || standard);
		if (same) return { ok: true, host: origin.host };
		return {
			ok: false,
			status: 421,
			sentence: `Jalon ne répond pas à cette adresse. Ouvrez ${origin.origin}`
		};
	}
	if (isLoopbackName(asked.name)) return { ok: true, host: /** @type {string} */ (host) };
	return {
		ok: false,
		status: 421,
		sentence:
			'Jalon ne répond ici qu’aux adresses de cette machine (http://localhost). ' +
			'Pour le servir sous un autre nom, démarrez-le avec la variable ORIGIN, par exemple ORIGIN=https://jalon.exemple.fr npm start'
	};
}

/**
 * Reads PORT. Throws a sentence when it is not a port number; 0 asks the system for a free one.
 * @param {string | undefined} value
 */
export function parsePort(value) {
	const text = value?.trim() || '3000';
	if (/^\d{1,5}$/.test(text) && Number(text) <= 65535) return Number(text);
	throw new Error(
		`PORT vaut « ${value} », ce qui n’est pas un numéro de port : donnez un nombre entre 1 et 65535.`
	);
}

/**
 * The addresses to listen on. `localhost` may mean either loopback: with the default host both must
 * answer, or a browser that tries ::1 first meets a closed door.
 * @param {string | undefined} host
 * @returns {string[]} the first must work, the others are taken when the machine has them
 */
export function listenAddresses(host) {
	const wanted = host?.trim() || '127.0.0.1';
	return wanted === '127.0.0.1' || wanted.toLowerCase() === 'localhost'
		? ['127.0.0.1', '::1']
		: [wanted.replace(/^\[|\]$/g, '')];
}

/**
 * Where to tell a person to go.
 * @param {string} address one listened on @param {number} port
 */
export function shownAddress(address, port) {
	const anywhere = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(address);
	const name = anywhere ? 'localhost' : address.includes(':') ? `[${address}]` : address;
	return `http://${name}:${port}`;
}
