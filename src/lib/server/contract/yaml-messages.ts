const sentences: Record<string, string> = {
	TAB_AS_INDENT: 'Tabulation en début de ligne : YAML n’accepte que des espaces.',
	BAD_INDENT: 'Retrait incohérent : alignez cette ligne sur ses voisines (deux espaces par niveau).',
	MULTIPLE_DOCS: 'Le fichier contient plusieurs documents (« --- ») : gardez-en un seul.',
	MISSING_CHAR: 'Il manque un caractère : fermez le guillemet, le crochet ou l’accolade ouverts avant.',
	BLOCK_AS_IMPLICIT_KEY:
		'Deux champs sur une même ligne : mettez entre guillemets le texte qui contient « : ».',
	MULTILINE_IMPLICIT_KEY: 'Un nom de champ tient sur une ligne, suivi de deux-points et d’une espace.',
	BAD_SCALAR_START: 'Ce texte commence par un caractère réservé : mettez-le entre guillemets.',
	BLOCK_IN_FLOW: 'Une liste en retrait ne peut pas se trouver entre crochets ou accolades.',
	UNEXPECTED_TOKEN: 'Ce qui suit n’a pas sa place ici : vérifiez les guillemets, les tirets et le retrait.',
	TAG_RESOLVE_FAILED: 'Étiquette YAML inconnue (« ! ») : retirez-la ou mettez le texte entre guillemets.',
	BAD_DQ_ESCAPE: 'Séquence « \\ » inconnue entre guillemets doubles : utilisez des guillemets simples.',
	BAD_ALIAS: 'Les alias YAML ne sont pas admis : recopiez la valeur à cet endroit.',
	BAD_DIRECTIVE: 'Directive YAML inattendue : retirez la ligne qui commence par « % ».'
};

export const tooDeep = 'Le fichier est trop profondément imbriqué pour être un contrat.';

/** A YAML fault in French; the parser's own words follow when the sentence is general. */
export function yamlMessage(code: string, original: string): string {
	// The parser turns its own exhausted stack into an ordinary fault.
	if (original.includes('call stack')) return tooDeep;
	const first = original.split('\n')[0] ?? '';
	return sentences[code] ?? `Le texte n’est pas du YAML valable (${first}).`;
}
