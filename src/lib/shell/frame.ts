/** Who is signed in. */
export interface Person {
	fullName: string;
	email: string;
	/** Manages accounts; sees no mission by that alone. */
	isAdmin: boolean;
}

/** The mission whose pages stand in the frame. */
export interface FramedMission {
	slug: string;
	shortTitle: string;
	title: string;
	/** The day a demonstration plays on; null on a real mission. */
	playsOn: string | null;
	/** The mission's today, `YYYY-MM-DD`. */
	today: string;
	isDemo: boolean;
	/** Does its contract measure anything? */
	hasIndicators?: boolean;
	/** May this person move the demonstration's clock? */
	canMoveClock: boolean;
}

/**
 * State of accessibility in the words of RGAA 4. Without a valid audit only `none` may be declared, whatever
 * the tests say; `partial` needs an audit that found half of the criteria or more respected.
 */
export const ACCESSIBILITY: 'none' | 'partial' = 'none';
