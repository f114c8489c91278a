import { readMission } from '#server/missions/read-mission.ts';
import { changeRole, removeMember, replaceMember } from '#server/team/change-member.ts';
import { delegate, revokeDelegation } from '#server/team/delegate.ts';
import { editOrganisation } from '#server/team/edit-organisation.ts';
import { invite, inviteAgain } from '#server/team/invite.ts';
import { readTeam } from '#server/team/read-team.ts';
import { act } from '$lib/http/form.ts';
import { guarded } from '$lib/http/refusal.ts';
import * as forms from '$lib/team/forms.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = guarded(async ({ locals, parent }: PageServerLoadEvent) => {
	const { mission } = await parent();
	return { team: await readTeam(locals.ctx, mission), me: locals.ctx.person?.id ?? null };
});

export const actions: Actions = {
	invite: act(forms.inviteForm, async (input, { locals, params }) => {
		const mission = await readMission(locals.ctx, params.slug!);
		await invite(locals.ctx, mission.id, input);
	}),
	again: act(forms.againForm, async ({ membership }, { locals }) => inviteAgain(locals.ctx, membership)),
	change: act(forms.changeForm, async (input, { locals }) => {
		await changeRole(locals.ctx, input);
	}),
	replace: act(forms.replaceForm, async (input, { locals }) => {
		await replaceMember(locals.ctx, input);
	}),
	remove: act(forms.removeForm, async (input, { locals }) => {
		await removeMember(locals.ctx, input);
	}),
	delegate: act(forms.delegateForm, async (input, { locals }) => {
		await delegate(locals.ctx, input);
	}),
	revoke: act(forms.revokeForm, async ({ delegation }, { locals }) =>
		revokeDelegation(locals.ctx, delegation)
	),
	organisation: act(forms.organisationForm, async (input, { locals }) => {
		await editOrganisation(locals.ctx, input);
	})
};
