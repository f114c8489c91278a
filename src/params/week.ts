import type { ParamMatcher } from '@sveltejs/kit';

/** An ISO week: `2019-W44`. Whether the year has it is the page's to say. */
export const match: ParamMatcher = (param) => /^\d{4}-W\d{2}$/.test(param);
