/** What the organisation that runs this installation says of itself on the legal pages; each may be missing. */
export interface LegalContacts {
	/** Name and address of the controller. */
	controller?: string;
	/** How to reach the data protection officer. */
	dpo?: string;
	/** Where to report that something is not accessible. */
	accessibility?: string;
	/** How long data are kept, in words. */
	retention?: string;
}
