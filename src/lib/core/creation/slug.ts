/**
 * The address of a mission made of its title: « Étude d’accès, lot n° 2 » gives `etude-d-acces-lot-n-2`. Never empty,
 * at most 48 characters, cut between words.
 */
export function slugOf(title: string): string {
	const words = title
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[œŒ]/g, 'oe')
		.replace(/[æÆ]/g, 'ae')
		.toLowerCase()
		.split(/[^a-z0-9]+/)
		.filter((word) => word !== '');
	let slug = '';
	for (const word of words) {
		const longer = slug === '' ? word.slice(0, 48) : `${slug}-${word}`;
		if (longer.length > 48) break;
		slug = longer;
	}
	return slug.length < 2 ? `mission-${slug || '1'}` : slug;
}
