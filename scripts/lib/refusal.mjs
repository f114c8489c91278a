/** A start that cannot go on, told to the person in one sentence that says what to do. */
export class Refusal extends Error {}

/**
 * The sentence for an error: a refusal's own, or the `sentence` the application gave it. Never a stack trace,
 * unless JALON_DEBUG=1 asks for it.
 * @param {unknown} error
 */
export function explain(error) {
	if (process.env.JALON_DEBUG === '1') console.error(error);
	const own = error instanceof Refusal ? error.message : /** @type {any} */ (error)?.sentence;
	if (typeof own === 'string' && own) return own;
	return (
		'Jalon n’a pas pu démarrer. « npm run --silent jalon -- doctor » dit ce qui manque ; ' +
		'JALON_DEBUG=1 npm start montre l’erreur complète.'
	);
}

/** One line for the log about an error that did not stop anything. @param {string} what @param {unknown} error */
export function report(what, error) {
	const message = /** @type {any} */ (error)?.message ?? String(error);
	console.error(process.env.JALON_DEBUG === '1' ? error : `${what} : ${message}`);
}

/**
 * Turns the system's refusal to listen into a sentence; gives other errors back as they are.
 * @param {any} error @param {string} host @param {number} port
 */
export function listenRefusal(error, host, port) {
	if (error.code === 'EADDRINUSE')
		return new Refusal(
			`Le port ${port} est déjà pris. Si Jalon tourne déjà, ouvrez http://localhost:${port} ; ` +
				`sinon choisissez un autre port : PORT=${port < 65535 ? port + 1 : 3000} npm start`
		);
	if (error.code === 'EACCES')
		return new Refusal(
			`Le port ${port} est réservé par le système : choisissez-en un au-dessus de 1023, par exemple PORT=3000 npm start`
		);
	if (['EADDRNOTAVAIL', 'ENOTFOUND', 'EINVAL', 'EAI_AGAIN'].includes(error.code))
		return new Refusal(
			`HOST vaut « ${host} », qui n’est pas une adresse de cette machine : retirez HOST ou donnez-en une autre.`
		);
	return error;
}
