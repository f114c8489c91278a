import type { createSubmit } from '$lib/ui/index.ts';

/** What a form of these pages needs of how it is sent. */
export type Sending = ReturnType<typeof createSubmit>;
