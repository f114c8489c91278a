/** General conditions a contract may name. `unknown` means « voir CCAP » : no delay may be assumed. */
export const regimeNames = [
	'unknown',
	'ccag-pi-2009',
	'ccag-pi-2021',
	'ccag-fcs-2021',
	'cps',
	'simple'
] as const;
export type RegimeName = (typeof regimeNames)[number];

/** The general conditions say nothing of it, or nobody knows which ones apply: see the contract's own papers. */
export type Unknown = 'unknown';
/** The general conditions leave the figure to the contract: ask for it when the mission is set up. */
export type FromContract = 'from_contract';

/**
 * Where a figure comes from: the article, and what of it was not read in the text itself (`toCheck`), which a screen
 * must show beside the figure.
 */
export type Sourced = { source: string; toCheck: string | null };

export type Delay = { count: number; unit: 'day' | 'month' };

/** How long the buyer has to verify what was handed in, and what its silence means at the end. */
export type Verification = Sourced & {
	delay: Delay;
	/** The day the delay counts from. */
	from: 'submitted';
	/** `admitted`: considered admitted when the delay expires; the effect is that day. */
	silence: 'admitted';
};

/** What follows a reasoned adjournment. */
export type Adjournment = Sourced & {
	/** Given to the contractor to say whether it accepts. */
	acceptWithin: Delay;
	/** Given to the contractor to hand in again. */
	resubmitWithin: Delay;
	/** Given to the buyer to choose after a refusal or silence. */
	decideWithin: Delay;
	/** After a new hand-in the verification delay starts again in full. */
	verificationRestarts: boolean;
};

/** A reduction of the price or a rejection comes only after the contractor could comment. */
export type Hearing = Sourced & { observationsWithin: Delay };

/** P = V × R / divisor: V the late part without tax, or the whole when the part makes it unusable; R in days. */
export type PenaltyFormula = Sourced & {
	divisor: number;
	/** Nothing is due while the whole of the contract's penalties does not exceed it; above, all is due. */
	exemptUpTo: number;
	currency: 'EUR';
	/** Percent of the contract without tax; null when the text sets none, which is not « unknown ». */
	capPercent: number | null;
	/** The contractor is invited in writing to comment before anything is applied. */
	adversarial: boolean;
	/** How long it has to comment; null where there is no such step. */
	observationsWithin: Delay | null;
	/** Every day counts, week-ends and holidays included. */
	days: 'calendar';
};

/** The words of the text for what the buyer decides and for what follows. */
export type DecisionWords = {
	admit: string;
	admitTacitly: string | null;
	adjourn: string;
	reduce: string | null;
	reject: string;
	final: string | null;
	/** Who decides. */
	buyer: string;
	/** Who hands in. */
	contractor: string;
};

/** How a thing is notified when the text presumes it received: the days after which an unopened message counts. */
export type Notification = Sourced & { deemedReceivedAfter: Delay };

/** Rules a contract inherits from the general conditions it cites. What they do not fix is never a number. */
export type Regime = {
	name: RegimeName;
	title: string;
	/** What a person should know before relying on it. */
	warning: string | null;
	words: DecisionWords & { source: string };
	verification: Verification | FromContract | Unknown;
	adjournment: Adjournment | FromContract | Unknown;
	hearing: Hearing | FromContract | Unknown;
	penalty: PenaltyFormula | FromContract | Unknown;
	notification: Notification | Unknown;
	/** Questions to ask when a mission under this regime is set up. */
	asks: string[];
};

/** Is this part of the regime written out? False for both `'unknown'` and `'from_contract'`. */
export function isStated<T extends object>(part: T | FromContract | Unknown): part is T {
	return typeof part === 'object';
}
