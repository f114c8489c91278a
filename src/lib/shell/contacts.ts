/** What the organisation that runs this installation says of itself on the legal pages; each may be missing. */
export interface LegalContacts {
	/** Name and address of the controller (`LEGAL_CONTROLLER`). */
	controller?: string;
	/** Where to write: what is not accessible, rights on one's data (`LEGAL_CONTACT`). */
	contact?: string;
	/** How to reach the data protection officer (`LEGAL_DPO`). */
	dpo?: string;
	/** How long data are kept, in words (`LEGAL_RETENTION`). */
	retention?: string;
}

export const SETTINGS: Record<keyof LegalContacts, string> = {
	controller: 'LEGAL_CONTROLLER',
	contact: 'LEGAL_CONTACT',
	dpo: 'LEGAL_DPO',
	retention: 'LEGAL_RETENTION'
};
