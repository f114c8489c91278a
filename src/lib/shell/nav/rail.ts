import CalendarCheck from '@lucide/svelte/icons/calendar-check';
import ChartGantt from '@lucide/svelte/icons/chart-gantt';
import ClipboardCheck from '@lucide/svelte/icons/clipboard-check';
import FileText from '@lucide/svelte/icons/file-text';
import Gavel from '@lucide/svelte/icons/gavel';
import LayoutDashboard from '@lucide/svelte/icons/layout-dashboard';
import Package from '@lucide/svelte/icons/package';
import Scale from '@lucide/svelte/icons/scale';
import ScrollText from '@lucide/svelte/icons/scroll-text';
import Gauge from '@lucide/svelte/icons/gauge';
import Users from '@lucide/svelte/icons/users';
import type { Component } from 'svelte';
import { m } from '$lib/i18n/paraglide/messages.js';

export interface RailItem {
	href: string;
	label: () => string;
	icon: Component<Record<string, unknown>>;
	/** Other beginnings of an address that belong to this item: a meeting's page belongs to the committees. */
	also?: string[];
}

/** The pages of one mission, in the order a week meets them. A new page is one more line here. */
export function missionRail(slug: string, hasIndicators = false): RailItem[] {
	const root = `/missions/${slug}`;
	return [
		{ href: root, label: m.shell_dashboard, icon: LayoutDashboard },
		{ href: `${root}/schedule`, label: m.shell_schedule, icon: ChartGantt },
		{ href: `${root}/obligations`, label: m.obligations_title, icon: ClipboardCheck },
		{
			href: `${root}/committees`,
			label: m.shell_committees,
			icon: CalendarCheck,
			also: [`${root}/meetings`, `${root}/registers/decisions`, `${root}/registers/actions`]
		},
		{ href: `${root}/deliverables`, label: m.shell_deliverables, icon: Package },
		{ href: `${root}/reports`, label: m.shell_reports, icon: FileText },
		// Only where the contract measures something.
		...(hasIndicators ? [{ href: `${root}/indicators`, label: m.indicators_title, icon: Gauge }] : []),
		{
			href: `${root}/penalties`,
			label: m.penalties_title,
			icon: Gavel,
			also: [`${root}/registers/interruptions`]
		},
		{ href: `${root}/contract`, label: m.contract_title, icon: Scale },
		{ href: `${root}/team`, label: m.shell_team, icon: Users },
		{ href: `${root}/journal`, label: m.shell_journal, icon: ScrollText }
	];
}
