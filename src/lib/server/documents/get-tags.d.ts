/** Part of docxtemplater, absent from its types: the tags of one compiled part, as a tree. */
declare module 'docxtemplater/js/get-tags.js' {
	const tools: { getTags(compiled: unknown): import('#core/documents/tags.ts').TagTree };
	export default tools;
}
