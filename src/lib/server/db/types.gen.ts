// Written by scripts/db-types.ts from the migrations. Do not edit.
export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];

export interface Database {
	public: {
		Tables: {
			actions: {
				Row: {
					binds: boolean;
					confirmed_at: string | null;
					confirmed_by: string | null;
					created_at: string;
					created_by: string | null;
					done_on: string | null;
					due_on: string | null;
					id: string;
					item_id: string | null;
					meeting_id: string;
					mission_id: string;
					number: string;
					owner_id: string | null;
					owner_name: string;
					result: string;
					version: number;
					wording: string;
				};
				Insert: {
					binds?: boolean;
					confirmed_at?: string | null;
					confirmed_by?: string | null;
					created_at?: string;
					created_by?: string | null;
					done_on?: string | null;
					due_on?: string | null;
					id?: string;
					item_id?: string | null;
					meeting_id: string;
					mission_id: string;
					number: string;
					owner_id?: string | null;
					owner_name?: string;
					result?: string;
					version?: number;
					wording: string;
				};
				Update: Partial<{
					binds?: boolean;
					confirmed_at?: string | null;
					confirmed_by?: string | null;
					created_at?: string;
					created_by?: string | null;
					done_on?: string | null;
					due_on?: string | null;
					id?: string;
					item_id?: string | null;
					meeting_id: string;
					mission_id: string;
					number: string;
					owner_id?: string | null;
					owner_name?: string;
					result?: string;
					version?: number;
					wording: string;
				}>;
				Relationships: [
					{
						foreignKeyName: 'actions_confirmed_by_fkey';
						columns: ['confirmed_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'actions_created_by_fkey';
						columns: ['created_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'actions_item_id_fkey';
						columns: ['item_id'];
						isOneToOne: false;
						referencedRelation: 'agenda_items';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'actions_meeting_id_mission_id_fkey';
						columns: ['meeting_id', 'mission_id'];
						isOneToOne: false;
						referencedRelation: 'meetings';
						referencedColumns: ['id', 'mission_id'];
					},
					{
						foreignKeyName: 'actions_owner_id_fkey';
						columns: ['owner_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			agenda_items: {
				Row: {
					carried_from: string | null;
					conclusion: string;
					duration: number | null;
					id: string;
					meeting_id: string;
					minutes: string;
					mission_id: string;
					place: string;
					position: number;
					presenter: string;
					purpose: string;
					title: string;
					updated_at: string;
					updated_by: string | null;
					version: number;
				};
				Insert: {
					carried_from?: string | null;
					conclusion?: string;
					duration?: number | null;
					id?: string;
					meeting_id: string;
					minutes?: string;
					mission_id: string;
					place?: string;
					position: number;
					presenter?: string;
					purpose?: string;
					title: string;
					updated_at?: string;
					updated_by?: string | null;
					version?: number;
				};
				Update: Partial<{
					carried_from?: string | null;
					conclusion?: string;
					duration?: number | null;
					id?: string;
					meeting_id: string;
					minutes?: string;
					mission_id: string;
					place?: string;
					position: number;
					presenter?: string;
					purpose?: string;
					title: string;
					updated_at?: string;
					updated_by?: string | null;
					version?: number;
				}>;
				Relationships: [
					{
						foreignKeyName: 'agenda_items_carried_from_fkey';
						columns: ['carried_from'];
						isOneToOne: false;
						referencedRelation: 'agenda_items';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'agenda_items_meeting_id_mission_id_fkey';
						columns: ['meeting_id', 'mission_id'];
						isOneToOne: false;
						referencedRelation: 'meetings';
						referencedColumns: ['id', 'mission_id'];
					},
					{
						foreignKeyName: 'agenda_items_updated_by_fkey';
						columns: ['updated_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			agenda_refs: {
				Row: { id: string; item_id: string; kind: string; mission_id: string; target_id: string };
				Insert: { id?: string; item_id: string; kind: string; mission_id: string; target_id: string };
				Update: Partial<{
					id?: string;
					item_id: string;
					kind: string;
					mission_id: string;
					target_id: string;
				}>;
				Relationships: [
					{
						foreignKeyName: 'agenda_refs_item_id_mission_id_fkey';
						columns: ['item_id', 'mission_id'];
						isOneToOne: false;
						referencedRelation: 'agenda_items';
						referencedColumns: ['id', 'mission_id'];
					}
				];
			};
			amendments: {
				Row: {
					act_kind: string;
					act_number: string;
					act_on: string;
					anchors: Json;
					base_number: number;
					changes: Json;
					contract: Json;
					contract_sha256: string;
					contractor_signed_by: string | null;
					decided_at: string | null;
					decided_by: string | null;
					delegation_id: string | null;
					file_name: string | null;
					file_size: number | null;
					id: string;
					in_force_on: string | null;
					mission_id: string;
					number: number;
					prepared_at: string;
					prepared_by: string;
					prepared_on: string;
					purpose: string;
					sha256: string | null;
					signed_by: string;
					source: string | null;
					state: string;
					storage_key: string | null;
					version: number;
				};
				Insert: {
					act_kind: string;
					act_number: string;
					act_on: string;
					anchors?: Json;
					base_number: number;
					changes?: Json;
					contract: Json;
					contract_sha256: string;
					contractor_signed_by?: string | null;
					decided_at?: string | null;
					decided_by?: string | null;
					delegation_id?: string | null;
					file_name?: string | null;
					file_size?: number | null;
					id?: string;
					in_force_on?: string | null;
					mission_id: string;
					number: number;
					prepared_at?: string;
					prepared_by: string;
					prepared_on: string;
					purpose: string;
					sha256?: string | null;
					signed_by: string;
					source?: string | null;
					state?: string;
					storage_key?: string | null;
					version?: number;
				};
				Update: Partial<{
					act_kind: string;
					act_number: string;
					act_on: string;
					anchors?: Json;
					base_number: number;
					changes?: Json;
					contract: Json;
					contract_sha256: string;
					contractor_signed_by?: string | null;
					decided_at?: string | null;
					decided_by?: string | null;
					delegation_id?: string | null;
					file_name?: string | null;
					file_size?: number | null;
					id?: string;
					in_force_on?: string | null;
					mission_id: string;
					number: number;
					prepared_at?: string;
					prepared_by: string;
					prepared_on: string;
					purpose: string;
					sha256?: string | null;
					signed_by: string;
					source?: string | null;
					state?: string;
					storage_key?: string | null;
					version?: number;
				}>;
				Relationships: [
					{
						foreignKeyName: 'amendments_decided_by_fkey';
						columns: ['decided_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'amendments_delegation_id_fkey';
						columns: ['delegation_id'];
						isOneToOne: false;
						referencedRelation: 'delegations';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'amendments_mission_id_fkey';
						columns: ['mission_id'];
						isOneToOne: false;
						referencedRelation: 'missions';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'amendments_prepared_by_fkey';
						columns: ['prepared_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			attendances: {
				Row: {
					arrived_at: string | null;
					full_name: string;
					function_title: string;
					id: string;
					left_at: string | null;
					mandated_id: string | null;
					meeting_id: string;
					mission_id: string;
					organisation: string;
					person_id: string | null;
					position: number;
					represented_by: string | null;
					represented_how: string | null;
					seat_id: string | null;
					status: string;
					updated_at: string;
					updated_by: string | null;
					version: number;
					votes: boolean;
				};
				Insert: {
					arrived_at?: string | null;
					full_name: string;
					function_title?: string;
					id?: string;
					left_at?: string | null;
					mandated_id?: string | null;
					meeting_id: string;
					mission_id: string;
					organisation?: string;
					person_id?: string | null;
					position?: number;
					represented_by?: string | null;
					represented_how?: string | null;
					seat_id?: string | null;
					status: string;
					updated_at?: string;
					updated_by?: string | null;
					version?: number;
					votes?: boolean;
				};
				Update: Partial<{
					arrived_at?: string | null;
					full_name: string;
					function_title?: string;
					id?: string;
					left_at?: string | null;
					mandated_id?: string | null;
					meeting_id: string;
					mission_id: string;
					organisation?: string;
					person_id?: string | null;
					position?: number;
					represented_by?: string | null;
					represented_how?: string | null;
					seat_id?: string | null;
					status: string;
					updated_at?: string;
					updated_by?: string | null;
					version?: number;
					votes?: boolean;
				}>;
				Relationships: [
					{
						foreignKeyName: 'attendances_mandated_id_fkey';
						columns: ['mandated_id'];
						isOneToOne: false;
						referencedRelation: 'attendances';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'attendances_meeting_id_mission_id_fkey';
						columns: ['meeting_id', 'mission_id'];
						isOneToOne: false;
						referencedRelation: 'meetings';
						referencedColumns: ['id', 'mission_id'];
					},
					{
						foreignKeyName: 'attendances_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'attendances_seat_id_fkey';
						columns: ['seat_id'];
						isOneToOne: false;
						referencedRelation: 'committee_members';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'attendances_updated_by_fkey';
						columns: ['updated_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			baselines: {
				Row: {
					amendment_id: string | null;
					days: Json;
					frozen_at: string;
					frozen_by: string | null;
					frozen_on: string;
					id: string;
					mission_id: string;
					name: string;
					names: Json;
					number: number;
					reason: string;
				};
				Insert: {
					amendment_id?: string | null;
					days: Json;
					frozen_at?: string;
					frozen_by?: string | null;
					frozen_on: string;
					id?: string;
					mission_id: string;
					name: string;
					names: Json;
					number: number;
					reason: string;
				};
				Update: Partial<{
					amendment_id?: string | null;
					days: Json;
					frozen_at?: string;
					frozen_by?: string | null;
					frozen_on: string;
					id?: string;
					mission_id: string;
					name: string;
					names: Json;
					number: number;
					reason: string;
				}>;
				Relationships: [
					{
						foreignKeyName: 'baselines_amendment_id_fkey';
						columns: ['amendment_id'];
						isOneToOne: false;
						referencedRelation: 'amendments';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'baselines_frozen_by_fkey';
						columns: ['frozen_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'baselines_mission_id_fkey';
						columns: ['mission_id'];
						isOneToOne: false;
						referencedRelation: 'missions';
						referencedColumns: ['id'];
					}
				];
			};
			calendar_days: {
				Row: {
					at: string;
					day: string;
					id: string;
					kind: string;
					label: string;
					mission_day: string;
					mission_id: string;
					number: number;
					person_id: string;
					reason: string;
				};
				Insert: {
					at?: string;
					day: string;
					id?: string;
					kind: string;
					label: string;
					mission_day: string;
					mission_id: string;
					number?: number;
					person_id: string;
					reason?: string;
				};
				Update: Partial<{
					at?: string;
					day: string;
					id?: string;
					kind: string;
					label: string;
					mission_day: string;
					mission_id: string;
					number?: number;
					person_id: string;
					reason?: string;
				}>;
				Relationships: [
					{
						foreignKeyName: 'calendar_days_mission_id_fkey';
						columns: ['mission_id'];
						isOneToOne: false;
						referencedRelation: 'missions';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'calendar_days_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			circuit_moves: {
				Row: { from_state: string; move: string; to_state: string };
				Insert: { from_state: string; move: string; to_state: string };
				Update: Partial<{ from_state: string; move: string; to_state: string }>;
				Relationships: [];
			};
			committee_members: {
				Row: {
					alternate_of: string | null;
					capacity: string;
					committee_id: string;
					ends_on: string | null;
					function_title: string;
					id: string;
					mission_id: string;
					person_id: string;
					phases: string[];
					starts_on: string;
					version: number;
					votes: boolean;
				};
				Insert: {
					alternate_of?: string | null;
					capacity: string;
					committee_id: string;
					ends_on?: string | null;
					function_title?: string;
					id?: string;
					mission_id: string;
					person_id: string;
					phases?: string[];
					starts_on: string;
					version?: number;
					votes?: boolean;
				};
				Update: Partial<{
					alternate_of?: string | null;
					capacity: string;
					committee_id: string;
					ends_on?: string | null;
					function_title?: string;
					id?: string;
					mission_id: string;
					person_id: string;
					phases?: string[];
					starts_on: string;
					version?: number;
					votes?: boolean;
				}>;
				Relationships: [
					{
						foreignKeyName: 'committee_members_alternate_of_fkey';
						columns: ['alternate_of'];
						isOneToOne: false;
						referencedRelation: 'committee_members';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'committee_members_committee_id_mission_id_fkey';
						columns: ['committee_id', 'mission_id'];
						isOneToOne: false;
						referencedRelation: 'committees';
						referencedColumns: ['id', 'mission_id'];
					},
					{
						foreignKeyName: 'committee_members_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			committees: {
				Row: {
					clause: Json | null;
					code: string;
					detail: Json;
					id: string;
					kind: string;
					mission_id: string;
					rules: Json;
					title: string;
					version: number;
				};
				Insert: {
					clause?: Json | null;
					code: string;
					detail?: Json;
					id?: string;
					kind: string;
					mission_id: string;
					rules?: Json;
					title: string;
					version?: number;
				};
				Update: Partial<{
					clause?: Json | null;
					code: string;
					detail?: Json;
					id?: string;
					kind: string;
					mission_id: string;
					rules?: Json;
					title: string;
					version?: number;
				}>;
				Relationships: [
					{
						foreignKeyName: 'committees_mission_id_fkey';
						columns: ['mission_id'];
						isOneToOne: false;
						referencedRelation: 'missions';
						referencedColumns: ['id'];
					}
				];
			};
			contract_versions: {
				Row: {
					at: string;
					contract: Json;
					contract_sha256: string;
					id: string;
					in_force_on: string;
					mission_id: string;
					number: number;
					source: string | null;
				};
				Insert: {
					at?: string;
					contract: Json;
					contract_sha256: string;
					id?: string;
					in_force_on: string;
					mission_id: string;
					number: number;
					source?: string | null;
				};
				Update: Partial<{
					at?: string;
					contract: Json;
					contract_sha256: string;
					id?: string;
					in_force_on: string;
					mission_id: string;
					number: number;
					source?: string | null;
				}>;
				Relationships: [
					{
						foreignKeyName: 'contract_versions_mission_id_fkey';
						columns: ['mission_id'];
						isOneToOne: false;
						referencedRelation: 'missions';
						referencedColumns: ['id'];
					}
				];
			};
			convocations: {
				Row: {
					at: string;
					content: Json;
					id: string;
					meeting_id: string;
					method: string;
					mission_id: string;
					partial: boolean;
					person_id: string | null;
					sequence: number;
				};
				Insert: {
					at?: string;
					content: Json;
					id?: string;
					meeting_id: string;
					method: string;
					mission_id: string;
					partial: boolean;
					person_id?: string | null;
					sequence: number;
				};
				Update: Partial<{
					at?: string;
					content: Json;
					id?: string;
					meeting_id: string;
					method: string;
					mission_id: string;
					partial: boolean;
					person_id?: string | null;
					sequence: number;
				}>;
				Relationships: [
					{
						foreignKeyName: 'convocations_meeting_id_mission_id_fkey';
						columns: ['meeting_id', 'mission_id'];
						isOneToOne: false;
						referencedRelation: 'meetings';
						referencedColumns: ['id', 'mission_id'];
					},
					{
						foreignKeyName: 'convocations_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			decisions: {
				Row: {
					at: string;
					decided_by: string;
					decided_on: string;
					delegation_id: string | null;
					effect_on: string;
					id: string;
					kind: string;
					mission_id: string;
					notified_at: string;
					notified_on: string;
					notified_to: string[];
					number: string;
					reasons: string;
					reduction: string | null;
					sha256: string;
					version_id: string;
				};
				Insert: {
					at?: string;
					decided_by: string;
					decided_on: string;
					delegation_id?: string | null;
					effect_on: string;
					id?: string;
					kind: string;
					mission_id: string;
					notified_at?: string;
					notified_on: string;
					notified_to: string[];
					number: string;
					reasons?: string;
					reduction?: string | null;
					sha256: string;
					version_id: string;
				};
				Update: Partial<{
					at?: string;
					decided_by: string;
					decided_on: string;
					delegation_id?: string | null;
					effect_on: string;
					id?: string;
					kind: string;
					mission_id: string;
					notified_at?: string;
					notified_on: string;
					notified_to: string[];
					number: string;
					reasons?: string;
					reduction?: string | null;
					sha256: string;
					version_id: string;
				}>;
				Relationships: [
					{
						foreignKeyName: 'decisions_decided_by_fkey';
						columns: ['decided_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'decisions_delegation_id_fkey';
						columns: ['delegation_id'];
						isOneToOne: false;
						referencedRelation: 'delegations';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'decisions_version_id_mission_id_fkey';
						columns: ['version_id', 'mission_id'];
						isOneToOne: false;
						referencedRelation: 'versions';
						referencedColumns: ['id', 'mission_id'];
					}
				];
			};
			delegations: {
				Row: {
					created_at: string;
					created_by: string;
					delegate_id: string;
					ends_on: string;
					id: string;
					membership_id: string;
					mission_id: string;
					reason: string;
					revoked_at: string | null;
					revoked_by: string | null;
					starts_on: string;
				};
				Insert: {
					created_at?: string;
					created_by: string;
					delegate_id: string;
					ends_on: string;
					id?: string;
					membership_id: string;
					mission_id: string;
					reason: string;
					revoked_at?: string | null;
					revoked_by?: string | null;
					starts_on: string;
				};
				Update: Partial<{
					created_at?: string;
					created_by: string;
					delegate_id: string;
					ends_on: string;
					id?: string;
					membership_id: string;
					mission_id: string;
					reason: string;
					revoked_at?: string | null;
					revoked_by?: string | null;
					starts_on: string;
				}>;
				Relationships: [
					{
						foreignKeyName: 'delegations_created_by_fkey';
						columns: ['created_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'delegations_delegate_id_fkey';
						columns: ['delegate_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'delegations_membership_id_fkey';
						columns: ['membership_id'];
						isOneToOne: false;
						referencedRelation: 'memberships';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'delegations_mission_id_fkey';
						columns: ['mission_id'];
						isOneToOne: false;
						referencedRelation: 'missions';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'delegations_revoked_by_fkey';
						columns: ['revoked_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			deliverables: {
				Row: {
					advised_on: string | null;
					checklist: Json;
					clause: Json | null;
					code: string;
					committee_id: string | null;
					due_on: string | null;
					editable_required: boolean;
					explanation: string | null;
					formats: Json;
					id: string;
					mission_id: string;
					nominal_on: string | null;
					owner: string;
					phase_id: string | null;
					position: number;
					rule: Json | null;
					title: string;
					version: number;
				};
				Insert: {
					advised_on?: string | null;
					checklist?: Json;
					clause?: Json | null;
					code: string;
					committee_id?: string | null;
					due_on?: string | null;
					editable_required?: boolean;
					explanation?: string | null;
					formats?: Json;
					id?: string;
					mission_id: string;
					nominal_on?: string | null;
					owner?: string;
					phase_id?: string | null;
					position?: number;
					rule?: Json | null;
					title: string;
					version?: number;
				};
				Update: Partial<{
					advised_on?: string | null;
					checklist?: Json;
					clause?: Json | null;
					code: string;
					committee_id?: string | null;
					due_on?: string | null;
					editable_required?: boolean;
					explanation?: string | null;
					formats?: Json;
					id?: string;
					mission_id: string;
					nominal_on?: string | null;
					owner?: string;
					phase_id?: string | null;
					position?: number;
					rule?: Json | null;
					title: string;
					version?: number;
				}>;
				Relationships: [
					{
						foreignKeyName: 'deliverables_committee_id_mission_id_fkey';
						columns: ['committee_id', 'mission_id'];
						isOneToOne: false;
						referencedRelation: 'committees';
						referencedColumns: ['id', 'mission_id'];
					},
					{
						foreignKeyName: 'deliverables_mission_id_fkey';
						columns: ['mission_id'];
						isOneToOne: false;
						referencedRelation: 'missions';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'deliverables_phase_id_mission_id_fkey';
						columns: ['phase_id', 'mission_id'];
						isOneToOne: false;
						referencedRelation: 'phases';
						referencedColumns: ['id', 'mission_id'];
					}
				];
			};
			drafts: {
				Row: {
					deliverable_id: string;
					id: string;
					media_type: string;
					mission_id: string;
					name: string;
					sha256: string;
					size: number;
					storage_key: string;
					uploaded_at: string;
					uploaded_by: string;
				};
				Insert: {
					deliverable_id: string;
					id?: string;
					media_type: string;
					mission_id: string;
					name: string;
					sha256: string;
					size: number;
					storage_key: string;
					uploaded_at?: string;
					uploaded_by: string;
				};
				Update: Partial<{
					deliverable_id: string;
					id?: string;
					media_type: string;
					mission_id: string;
					name: string;
					sha256: string;
					size: number;
					storage_key: string;
					uploaded_at?: string;
					uploaded_by: string;
				}>;
				Relationships: [
					{
						foreignKeyName: 'drafts_deliverable_id_mission_id_fkey';
						columns: ['deliverable_id', 'mission_id'];
						isOneToOne: false;
						referencedRelation: 'deliverables';
						referencedColumns: ['id', 'mission_id'];
					},
					{
						foreignKeyName: 'drafts_uploaded_by_fkey';
						columns: ['uploaded_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			endorsements: {
				Row: {
					at: string;
					committee_id: string;
					confirmed_by: string;
					id: string;
					meeting_id: string | null;
					mission_day: string;
					mission_id: string;
					outcome: string;
					reserves: string;
					sha256: string;
					tally: Json;
					version_id: string;
				};
				Insert: {
					at?: string;
					committee_id: string;
					confirmed_by: string;
					id?: string;
					meeting_id?: string | null;
					mission_day: string;
					mission_id: string;
					outcome: string;
					reserves?: string;
					sha256: string;
					tally: Json;
					version_id: string;
				};
				Update: Partial<{
					at?: string;
					committee_id: string;
					confirmed_by: string;
					id?: string;
					meeting_id?: string | null;
					mission_day: string;
					mission_id: string;
					outcome: string;
					reserves?: string;
					sha256: string;
					tally: Json;
					version_id: string;
				}>;
				Relationships: [
					{
						foreignKeyName: 'endorsements_committee_id_fkey';
						columns: ['committee_id'];
						isOneToOne: false;
						referencedRelation: 'committees';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'endorsements_confirmed_by_fkey';
						columns: ['confirmed_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'endorsements_meeting_id_fkey';
						columns: ['meeting_id'];
						isOneToOne: false;
						referencedRelation: 'meetings';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'endorsements_version_id_mission_id_fkey';
						columns: ['version_id', 'mission_id'];
						isOneToOne: false;
						referencedRelation: 'versions';
						referencedColumns: ['id', 'mission_id'];
					}
				];
			};
			indicator_exclusions: {
				Row: {
					at: string;
					day: string;
					id: string;
					kind: string;
					mission_day: string;
					mission_id: string;
					number: number;
					person_id: string;
					reason: string;
					register: string;
				};
				Insert: {
					at?: string;
					day: string;
					id?: string;
					kind: string;
					mission_day: string;
					mission_id: string;
					number?: number;
					person_id: string;
					reason?: string;
					register: string;
				};
				Update: Partial<{
					at?: string;
					day: string;
					id?: string;
					kind: string;
					mission_day: string;
					mission_id: string;
					number?: number;
					person_id: string;
					reason?: string;
					register: string;
				}>;
				Relationships: [
					{
						foreignKeyName: 'indicator_exclusions_mission_id_fkey';
						columns: ['mission_id'];
						isOneToOne: false;
						referencedRelation: 'missions';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'indicator_exclusions_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			indicator_judgements: {
				Row: { judged: Json; sha256: string; state_id: string };
				Insert: { judged: Json; sha256: string; state_id: string };
				Update: Partial<{ judged: Json; sha256: string; state_id: string }>;
				Relationships: [
					{
						foreignKeyName: 'indicator_judgements_state_id_fkey';
						columns: ['state_id'];
						isOneToOne: true;
						referencedRelation: 'indicator_states';
						referencedColumns: ['id'];
					}
				];
			};
			indicator_states: {
				Row: {
					at: string;
					facts: Json;
					from_day: string;
					id: string;
					meeting_id: string;
					mission_day: string;
					mission_id: string;
					number: number;
					person_id: string;
					sha256: string;
					to_day: string;
				};
				Insert: {
					at?: string;
					facts: Json;
					from_day: string;
					id?: string;
					meeting_id: string;
					mission_day: string;
					mission_id: string;
					number?: number;
					person_id: string;
					sha256: string;
					to_day: string;
				};
				Update: Partial<{
					at?: string;
					facts: Json;
					from_day: string;
					id?: string;
					meeting_id: string;
					mission_day: string;
					mission_id: string;
					number?: number;
					person_id: string;
					sha256: string;
					to_day: string;
				}>;
				Relationships: [
					{
						foreignKeyName: 'indicator_states_meeting_id_mission_id_fkey';
						columns: ['meeting_id', 'mission_id'];
						isOneToOne: false;
						referencedRelation: 'meetings';
						referencedColumns: ['id', 'mission_id'];
					},
					{
						foreignKeyName: 'indicator_states_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			indicator_values: {
				Row: {
					at: string;
					code: string;
					first_day: string;
					id: string;
					instead_of: string | null;
					label: string;
					mission_day: string;
					mission_id: string;
					number: number;
					over: number | null;
					period: string;
					person_id: string;
					quantity: string;
					reason: string;
					source: string;
					value: number | null;
					withdrawn: boolean;
				};
				Insert: {
					at?: string;
					code: string;
					first_day: string;
					id?: string;
					instead_of?: string | null;
					label?: string;
					mission_day: string;
					mission_id: string;
					number?: number;
					over?: number | null;
					period: string;
					person_id: string;
					quantity?: string;
					reason?: string;
					source: string;
					value?: number | null;
					withdrawn?: boolean;
				};
				Update: Partial<{
					at?: string;
					code: string;
					first_day: string;
					id?: string;
					instead_of?: string | null;
					label?: string;
					mission_day: string;
					mission_id: string;
					number?: number;
					over?: number | null;
					period: string;
					person_id: string;
					quantity?: string;
					reason?: string;
					source: string;
					value?: number | null;
					withdrawn?: boolean;
				}>;
				Relationships: [
					{
						foreignKeyName: 'indicator_values_instead_of_fkey';
						columns: ['instead_of'];
						isOneToOne: true;
						referencedRelation: 'indicator_values';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'indicator_values_mission_id_fkey';
						columns: ['mission_id'];
						isOneToOne: false;
						referencedRelation: 'missions';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'indicator_values_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			interruptions: {
				Row: {
					at: string;
					attributable: boolean | null;
					attributable_reason: string;
					correction: string;
					ends_at: string | null;
					excluded: boolean;
					excluded_reason: string;
					file_name: string | null;
					file_size: number | null;
					id: string;
					mission_day: string;
					mission_id: string;
					number: string;
					person_id: string;
					place: string;
					revision: number;
					seconds: number | null;
					sha256: string | null;
					starts_at: string;
					storage_key: string | null;
					what: string;
				};
				Insert: {
					at?: string;
					attributable?: boolean | null;
					attributable_reason?: string;
					correction?: string;
					ends_at?: string | null;
					excluded?: boolean;
					excluded_reason?: string;
					file_name?: string | null;
					file_size?: number | null;
					id?: string;
					mission_day: string;
					mission_id: string;
					number: string;
					person_id: string;
					place?: string;
					revision?: number;
					seconds?: number | null;
					sha256?: string | null;
					starts_at: string;
					storage_key?: string | null;
					what: string;
				};
				Update: Partial<{
					at?: string;
					attributable?: boolean | null;
					attributable_reason?: string;
					correction?: string;
					ends_at?: string | null;
					excluded?: boolean;
					excluded_reason?: string;
					file_name?: string | null;
					file_size?: number | null;
					id?: string;
					mission_day: string;
					mission_id: string;
					number: string;
					person_id: string;
					place?: string;
					revision?: number;
					seconds?: number | null;
					sha256?: string | null;
					starts_at: string;
					storage_key?: string | null;
					what: string;
				}>;
				Relationships: [
					{
						foreignKeyName: 'interruptions_mission_id_fkey';
						columns: ['mission_id'];
						isOneToOne: false;
						referencedRelation: 'missions';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'interruptions_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			invitations: {
				Row: {
					accepted_at: string | null;
					created_at: string;
					created_by: string | null;
					expires_at: string;
					id: string;
					mission_id: string | null;
					person_id: string;
					revoked_at: string | null;
					token_sha256: string;
				};
				Insert: {
					accepted_at?: string | null;
					created_at?: string;
					created_by?: string | null;
					expires_at?: string;
					id?: string;
					mission_id?: string | null;
					person_id: string;
					revoked_at?: string | null;
					token_sha256: string;
				};
				Update: Partial<{
					accepted_at?: string | null;
					created_at?: string;
					created_by?: string | null;
					expires_at?: string;
					id?: string;
					mission_id?: string | null;
					person_id: string;
					revoked_at?: string | null;
					token_sha256: string;
				}>;
				Relationships: [
					{
						foreignKeyName: 'invitations_created_by_fkey';
						columns: ['created_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'invitations_mission_id_fkey';
						columns: ['mission_id'];
						isOneToOne: false;
						referencedRelation: 'missions';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'invitations_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			journal: {
				Row: {
					at: string;
					audience: string;
					detail: Json;
					event: string;
					id: number;
					mission_day: string | null;
					mission_id: string | null;
					number: number;
					person_id: string | null;
					previous_sha256: string;
					sha256: string;
					subject: string | null;
				};
				Insert: {
					at?: string;
					audience?: string;
					detail?: Json;
					event: string;
					id?: number;
					mission_day?: string | null;
					mission_id?: string | null;
					number: number;
					person_id?: string | null;
					previous_sha256: string;
					sha256: string;
					subject?: string | null;
				};
				Update: Partial<{
					at?: string;
					audience?: string;
					detail?: Json;
					event: string;
					id?: number;
					mission_day?: string | null;
					mission_id?: string | null;
					number: number;
					person_id?: string | null;
					previous_sha256: string;
					sha256: string;
					subject?: string | null;
				}>;
				Relationships: [
					{
						foreignKeyName: 'journal_mission_id_fkey';
						columns: ['mission_id'];
						isOneToOne: false;
						referencedRelation: 'missions';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'journal_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			meeting_papers: {
				Row: {
					data_sha256: string;
					edition: number;
					file_name: string;
					id: string;
					kind: string;
					made_at: string;
					made_by: string | null;
					meeting_id: string;
					mission_id: string;
					sha256: string;
					size: number;
					storage_key: string;
					template_sha256: string;
					why: string;
				};
				Insert: {
					data_sha256: string;
					edition?: number;
					file_name: string;
					id?: string;
					kind: string;
					made_at?: string;
					made_by?: string | null;
					meeting_id: string;
					mission_id: string;
					sha256: string;
					size: number;
					storage_key: string;
					template_sha256: string;
					why: string;
				};
				Update: Partial<{
					data_sha256: string;
					edition?: number;
					file_name: string;
					id?: string;
					kind: string;
					made_at?: string;
					made_by?: string | null;
					meeting_id: string;
					mission_id: string;
					sha256: string;
					size: number;
					storage_key: string;
					template_sha256: string;
					why: string;
				}>;
				Relationships: [
					{
						foreignKeyName: 'meeting_papers_made_by_fkey';
						columns: ['made_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'meeting_papers_meeting_id_mission_id_fkey';
						columns: ['meeting_id', 'mission_id'];
						isOneToOne: false;
						referencedRelation: 'meetings';
						referencedColumns: ['id', 'mission_id'];
					}
				];
			};
			meeting_replies: {
				Row: {
					alternate: string | null;
					answer: string;
					at: string;
					convocation_id: string;
					id: string;
					meeting_id: string;
					mission_id: string;
					number: number;
					person_id: string;
					way: string;
				};
				Insert: {
					alternate?: string | null;
					answer: string;
					at?: string;
					convocation_id: string;
					id?: string;
					meeting_id: string;
					mission_id: string;
					number?: number;
					person_id: string;
					way: string;
				};
				Update: Partial<{
					alternate?: string | null;
					answer: string;
					at?: string;
					convocation_id: string;
					id?: string;
					meeting_id: string;
					mission_id: string;
					number?: number;
					person_id: string;
					way: string;
				}>;
				Relationships: [
					{
						foreignKeyName: 'meeting_replies_convocation_id_fkey';
						columns: ['convocation_id'];
						isOneToOne: false;
						referencedRelation: 'convocations';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'meeting_replies_meeting_id_mission_id_fkey';
						columns: ['meeting_id', 'mission_id'];
						isOneToOne: false;
						referencedRelation: 'meetings';
						referencedColumns: ['id', 'mission_id'];
					},
					{
						foreignKeyName: 'meeting_replies_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			meetings: {
				Row: {
					approved_how: string | null;
					approved_in: string | null;
					approved_on: string | null;
					chaired_by: string | null;
					circulated_on: string | null;
					code: string;
					comments_until: string | null;
					committee_id: string;
					convened_at: string | null;
					discussion: string;
					edition: number;
					ends_at: string | null;
					held_on: string;
					id: string;
					mission_id: string;
					next_meeting: string | null;
					occurrence: string | null;
					phase: string | null;
					place: string | null;
					sealed_at: string | null;
					sealed_sha256: string | null;
					second_of: string | null;
					sections: Json;
					starts_at: string | null;
					state: string;
					title: string;
					updated_at: string;
					updated_by: string | null;
					version: number;
					written_by: string | null;
				};
				Insert: {
					approved_how?: string | null;
					approved_in?: string | null;
					approved_on?: string | null;
					chaired_by?: string | null;
					circulated_on?: string | null;
					code: string;
					comments_until?: string | null;
					committee_id: string;
					convened_at?: string | null;
					discussion?: string;
					edition?: number;
					ends_at?: string | null;
					held_on: string;
					id?: string;
					mission_id: string;
					next_meeting?: string | null;
					occurrence?: string | null;
					phase?: string | null;
					place?: string | null;
					sealed_at?: string | null;
					sealed_sha256?: string | null;
					second_of?: string | null;
					sections?: Json;
					starts_at?: string | null;
					state?: string;
					title: string;
					updated_at?: string;
					updated_by?: string | null;
					version?: number;
					written_by?: string | null;
				};
				Update: Partial<{
					approved_how?: string | null;
					approved_in?: string | null;
					approved_on?: string | null;
					chaired_by?: string | null;
					circulated_on?: string | null;
					code: string;
					comments_until?: string | null;
					committee_id: string;
					convened_at?: string | null;
					discussion?: string;
					edition?: number;
					ends_at?: string | null;
					held_on: string;
					id?: string;
					mission_id: string;
					next_meeting?: string | null;
					occurrence?: string | null;
					phase?: string | null;
					place?: string | null;
					sealed_at?: string | null;
					sealed_sha256?: string | null;
					second_of?: string | null;
					sections?: Json;
					starts_at?: string | null;
					state?: string;
					title: string;
					updated_at?: string;
					updated_by?: string | null;
					version?: number;
					written_by?: string | null;
				}>;
				Relationships: [
					{
						foreignKeyName: 'meetings_approved_in_fkey';
						columns: ['approved_in'];
						isOneToOne: false;
						referencedRelation: 'meetings';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'meetings_committee_id_mission_id_fkey';
						columns: ['committee_id', 'mission_id'];
						isOneToOne: false;
						referencedRelation: 'committees';
						referencedColumns: ['id', 'mission_id'];
					},
					{
						foreignKeyName: 'meetings_mission_id_fkey';
						columns: ['mission_id'];
						isOneToOne: false;
						referencedRelation: 'missions';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'meetings_second_of_fkey';
						columns: ['second_of'];
						isOneToOne: false;
						referencedRelation: 'meetings';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'meetings_updated_by_fkey';
						columns: ['updated_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			memberships: {
				Row: {
					created_at: string;
					ends_on: string | null;
					function_title: string | null;
					id: string;
					invited_by: string | null;
					mission_id: string;
					organisation_id: string;
					person_id: string;
					replaces: string | null;
					role: string;
					starts_on: string;
					version: number;
				};
				Insert: {
					created_at?: string;
					ends_on?: string | null;
					function_title?: string | null;
					id?: string;
					invited_by?: string | null;
					mission_id: string;
					organisation_id: string;
					person_id: string;
					replaces?: string | null;
					role: string;
					starts_on: string;
					version?: number;
				};
				Update: Partial<{
					created_at?: string;
					ends_on?: string | null;
					function_title?: string | null;
					id?: string;
					invited_by?: string | null;
					mission_id: string;
					organisation_id: string;
					person_id: string;
					replaces?: string | null;
					role: string;
					starts_on: string;
					version?: number;
				}>;
				Relationships: [
					{
						foreignKeyName: 'memberships_invited_by_fkey';
						columns: ['invited_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'memberships_mission_id_fkey';
						columns: ['mission_id'];
						isOneToOne: false;
						referencedRelation: 'missions';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'memberships_organisation_id_mission_id_fkey';
						columns: ['organisation_id', 'mission_id'];
						isOneToOne: false;
						referencedRelation: 'organisations';
						referencedColumns: ['id', 'mission_id'];
					},
					{
						foreignKeyName: 'memberships_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'memberships_replaces_fkey';
						columns: ['replaces'];
						isOneToOne: false;
						referencedRelation: 'memberships';
						referencedColumns: ['id'];
					}
				];
			};
			milestones: {
				Row: {
					clause: Json | null;
					code: string;
					done_on: string | null;
					due_on: string | null;
					explanation: string | null;
					id: string;
					is_fixed: boolean;
					mission_id: string;
					phase_id: string | null;
					rule: Json | null;
					title: string;
					updated_at: string;
					updated_by: string | null;
					version: number;
				};
				Insert: {
					clause?: Json | null;
					code: string;
					done_on?: string | null;
					due_on?: string | null;
					explanation?: string | null;
					id?: string;
					is_fixed: boolean;
					mission_id: string;
					phase_id?: string | null;
					rule?: Json | null;
					title: string;
					updated_at?: string;
					updated_by?: string | null;
					version?: number;
				};
				Update: Partial<{
					clause?: Json | null;
					code: string;
					done_on?: string | null;
					due_on?: string | null;
					explanation?: string | null;
					id?: string;
					is_fixed: boolean;
					mission_id: string;
					phase_id?: string | null;
					rule?: Json | null;
					title: string;
					updated_at?: string;
					updated_by?: string | null;
					version?: number;
				}>;
				Relationships: [
					{
						foreignKeyName: 'milestones_mission_id_fkey';
						columns: ['mission_id'];
						isOneToOne: false;
						referencedRelation: 'missions';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'milestones_phase_id_mission_id_fkey';
						columns: ['phase_id', 'mission_id'];
						isOneToOne: false;
						referencedRelation: 'phases';
						referencedColumns: ['id', 'mission_id'];
					},
					{
						foreignKeyName: 'milestones_updated_by_fkey';
						columns: ['updated_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			minutes_comments: {
				Row: {
					answer: string | null;
					answer_words: string;
					answered_at: string | null;
					answered_by: string | null;
					at: string;
					edition: number;
					id: string;
					item_id: string | null;
					meeting_id: string;
					mission_id: string;
					person_id: string;
					said_on: string;
					wording: string;
				};
				Insert: {
					answer?: string | null;
					answer_words?: string;
					answered_at?: string | null;
					answered_by?: string | null;
					at?: string;
					edition: number;
					id?: string;
					item_id?: string | null;
					meeting_id: string;
					mission_id: string;
					person_id: string;
					said_on: string;
					wording: string;
				};
				Update: Partial<{
					answer?: string | null;
					answer_words?: string;
					answered_at?: string | null;
					answered_by?: string | null;
					at?: string;
					edition: number;
					id?: string;
					item_id?: string | null;
					meeting_id: string;
					mission_id: string;
					person_id: string;
					said_on: string;
					wording: string;
				}>;
				Relationships: [
					{
						foreignKeyName: 'minutes_comments_answered_by_fkey';
						columns: ['answered_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'minutes_comments_item_id_fkey';
						columns: ['item_id'];
						isOneToOne: false;
						referencedRelation: 'agenda_items';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'minutes_comments_meeting_id_mission_id_fkey';
						columns: ['meeting_id', 'mission_id'];
						isOneToOne: false;
						referencedRelation: 'meetings';
						referencedColumns: ['id', 'mission_id'];
					},
					{
						foreignKeyName: 'minutes_comments_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			minutes_sendings: {
				Row: {
					at: string;
					cleared_at: string | null;
					edition: number;
					id: string;
					mail_id: string;
					meeting_id: string;
					mission_id: string;
					opened_at: string | null;
					person_id: string;
				};
				Insert: {
					at?: string;
					cleared_at?: string | null;
					edition: number;
					id?: string;
					mail_id: string;
					meeting_id: string;
					mission_id: string;
					opened_at?: string | null;
					person_id: string;
				};
				Update: Partial<{
					at?: string;
					cleared_at?: string | null;
					edition: number;
					id?: string;
					mail_id: string;
					meeting_id: string;
					mission_id: string;
					opened_at?: string | null;
					person_id: string;
				}>;
				Relationships: [
					{
						foreignKeyName: 'minutes_sendings_meeting_id_mission_id_fkey';
						columns: ['meeting_id', 'mission_id'];
						isOneToOne: false;
						referencedRelation: 'meetings';
						referencedColumns: ['id', 'mission_id'];
					},
					{
						foreignKeyName: 'minutes_sendings_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			missions: {
				Row: {
					anchors: Json;
					calendar: string;
					contract: Json;
					contract_sha256: string;
					created_at: string;
					has_indicators: boolean | null;
					id: string;
					is_demo: boolean;
					language: string;
					plays_on: string | null;
					prefix: string;
					reference: string | null;
					regime: string;
					short_title: string;
					slug: string;
					time_zone: string;
					title: string;
					version: number;
				};
				Insert: {
					anchors?: Json;
					calendar: string;
					contract: Json;
					contract_sha256: string;
					created_at?: string;
					has_indicators?: boolean | null;
					id?: string;
					is_demo?: boolean;
					language?: string;
					plays_on?: string | null;
					prefix?: string;
					reference?: string | null;
					regime?: string;
					short_title: string;
					slug: string;
					time_zone?: string;
					title: string;
					version?: number;
				};
				Update: Partial<{
					anchors?: Json;
					calendar: string;
					contract: Json;
					contract_sha256: string;
					created_at?: string;
					has_indicators?: boolean | null;
					id?: string;
					is_demo?: boolean;
					language?: string;
					plays_on?: string | null;
					prefix?: string;
					reference?: string | null;
					regime?: string;
					short_title: string;
					slug: string;
					time_zone?: string;
					title: string;
					version?: number;
				}>;
				Relationships: [];
			};
			obligation_acts: {
				Row: {
					at: string;
					days: number | null;
					duty: string;
					file_name: string | null;
					file_size: number | null;
					id: string;
					kind: string;
					mission_day: string;
					mission_id: string;
					number: number;
					obligation_id: string | null;
					on_day: string;
					person_id: string;
					reason: string;
					sent_to: string[];
					sha256: string | null;
					storage_key: string | null;
				};
				Insert: {
					at?: string;
					days?: number | null;
					duty: string;
					file_name?: string | null;
					file_size?: number | null;
					id?: string;
					kind: string;
					mission_day: string;
					mission_id: string;
					number?: number;
					obligation_id?: string | null;
					on_day: string;
					person_id: string;
					reason?: string;
					sent_to?: string[];
					sha256?: string | null;
					storage_key?: string | null;
				};
				Update: Partial<{
					at?: string;
					days?: number | null;
					duty: string;
					file_name?: string | null;
					file_size?: number | null;
					id?: string;
					kind: string;
					mission_day: string;
					mission_id: string;
					number?: number;
					obligation_id?: string | null;
					on_day: string;
					person_id: string;
					reason?: string;
					sent_to?: string[];
					sha256?: string | null;
					storage_key?: string | null;
				}>;
				Relationships: [
					{
						foreignKeyName: 'obligation_acts_mission_id_fkey';
						columns: ['mission_id'];
						isOneToOne: false;
						referencedRelation: 'missions';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'obligation_acts_obligation_id_mission_id_fkey';
						columns: ['obligation_id', 'mission_id'];
						isOneToOne: false;
						referencedRelation: 'obligations';
						referencedColumns: ['id', 'mission_id'];
					},
					{
						foreignKeyName: 'obligation_acts_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			obligations: {
				Row: {
					advised: string | null;
					code: string;
					counts_from: string | null;
					due: string | null;
					due_on: string | null;
					duty: string;
					ended_at: string | null;
					event: string | null;
					event_on: string | null;
					happening: string | null;
					id: string;
					initial: Json | null;
					k: number;
					key: string;
					kind: string;
					meeting_id: string | null;
					mission_id: string;
					nominal: string | null;
					owner: string;
					period: string | null;
					plan_state: string;
					proof: string;
					recipients: string[];
					rule: Json;
					source: string;
					standing: string;
					title: string;
					version: number;
				};
				Insert: {
					advised?: string | null;
					code: string;
					counts_from?: string | null;
					due?: string | null;
					due_on?: string | null;
					duty: string;
					ended_at?: string | null;
					event?: string | null;
					event_on?: string | null;
					happening?: string | null;
					id?: string;
					initial?: Json | null;
					k?: number;
					key: string;
					kind: string;
					meeting_id?: string | null;
					mission_id: string;
					nominal?: string | null;
					owner: string;
					period?: string | null;
					plan_state: string;
					proof?: string;
					recipients?: string[];
					rule: Json;
					source: string;
					standing?: string;
					title: string;
					version?: number;
				};
				Update: Partial<{
					advised?: string | null;
					code: string;
					counts_from?: string | null;
					due?: string | null;
					due_on?: string | null;
					duty: string;
					ended_at?: string | null;
					event?: string | null;
					event_on?: string | null;
					happening?: string | null;
					id?: string;
					initial?: Json | null;
					k?: number;
					key: string;
					kind: string;
					meeting_id?: string | null;
					mission_id: string;
					nominal?: string | null;
					owner: string;
					period?: string | null;
					plan_state: string;
					proof?: string;
					recipients?: string[];
					rule: Json;
					source: string;
					standing?: string;
					title: string;
					version?: number;
				}>;
				Relationships: [
					{
						foreignKeyName: 'obligations_meeting_id_mission_id_fkey';
						columns: ['meeting_id', 'mission_id'];
						isOneToOne: false;
						referencedRelation: 'meetings';
						referencedColumns: ['id', 'mission_id'];
					},
					{
						foreignKeyName: 'obligations_mission_id_fkey';
						columns: ['mission_id'];
						isOneToOne: false;
						referencedRelation: 'missions';
						referencedColumns: ['id'];
					}
				];
			};
			observation_acts: {
				Row: {
					answer: string | null;
					at: string;
					id: string;
					kind: string;
					mission_day: string;
					mission_id: string;
					number: number;
					observation_id: string;
					person_id: string;
					version_id: string | null;
					was: Json | null;
					words: string;
				};
				Insert: {
					answer?: string | null;
					at?: string;
					id?: string;
					kind: string;
					mission_day: string;
					mission_id: string;
					number?: number;
					observation_id: string;
					person_id: string;
					version_id?: string | null;
					was?: Json | null;
					words?: string;
				};
				Update: Partial<{
					answer?: string | null;
					at?: string;
					id?: string;
					kind: string;
					mission_day: string;
					mission_id: string;
					number?: number;
					observation_id: string;
					person_id: string;
					version_id?: string | null;
					was?: Json | null;
					words?: string;
				}>;
				Relationships: [
					{
						foreignKeyName: 'observation_acts_observation_id_mission_id_fkey';
						columns: ['observation_id', 'mission_id'];
						isOneToOne: false;
						referencedRelation: 'observations';
						referencedColumns: ['id', 'mission_id'];
					},
					{
						foreignKeyName: 'observation_acts_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'observation_acts_version_id_fkey';
						columns: ['version_id'];
						isOneToOne: false;
						referencedRelation: 'versions';
						referencedColumns: ['id'];
					}
				];
			};
			observation_moves: {
				Row: { from_state: string; move: string; to_state: string };
				Insert: { from_state: string; move: string; to_state: string };
				Update: Partial<{ from_state: string; move: string; to_state: string }>;
				Relationships: [];
			};
			observations: {
				Row: {
					answer: string | null;
					answer_version_id: string | null;
					at: string;
					author_id: string;
					committee_id: string | null;
					deliverable_id: string;
					file_id: string | null;
					id: string;
					kind: string;
					mission_day: string;
					mission_id: string;
					number: string;
					place: string;
					rank: number;
					severity: string;
					state: string;
					version: number;
					version_id: string;
					wording: string;
				};
				Insert: {
					answer?: string | null;
					answer_version_id?: string | null;
					at?: string;
					author_id: string;
					committee_id?: string | null;
					deliverable_id: string;
					file_id?: string | null;
					id?: string;
					kind: string;
					mission_day: string;
					mission_id: string;
					number: string;
					place?: string;
					rank: number;
					severity: string;
					state?: string;
					version?: number;
					version_id: string;
					wording: string;
				};
				Update: Partial<{
					answer?: string | null;
					answer_version_id?: string | null;
					at?: string;
					author_id: string;
					committee_id?: string | null;
					deliverable_id: string;
					file_id?: string | null;
					id?: string;
					kind: string;
					mission_day: string;
					mission_id: string;
					number: string;
					place?: string;
					rank: number;
					severity: string;
					state?: string;
					version?: number;
					version_id: string;
					wording: string;
				}>;
				Relationships: [
					{
						foreignKeyName: 'observations_answer_version_id_fkey';
						columns: ['answer_version_id'];
						isOneToOne: false;
						referencedRelation: 'versions';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'observations_author_id_fkey';
						columns: ['author_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'observations_committee_id_fkey';
						columns: ['committee_id'];
						isOneToOne: false;
						referencedRelation: 'committees';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'observations_version_id_deliverable_id_fkey';
						columns: ['version_id', 'deliverable_id'];
						isOneToOne: false;
						referencedRelation: 'versions';
						referencedColumns: ['id', 'deliverable_id'];
					},
					{
						foreignKeyName: 'observations_version_id_mission_id_fkey';
						columns: ['version_id', 'mission_id'];
						isOneToOne: false;
						referencedRelation: 'versions';
						referencedColumns: ['id', 'mission_id'];
					}
				];
			};
			organisations: {
				Row: {
					address: string | null;
					id: string;
					key: string;
					mission_id: string;
					name: string;
					short_name: string;
					side: string;
					version: number;
				};
				Insert: {
					address?: string | null;
					id?: string;
					key: string;
					mission_id: string;
					name: string;
					short_name: string;
					side: string;
					version?: number;
				};
				Update: Partial<{
					address?: string | null;
					id?: string;
					key: string;
					mission_id: string;
					name: string;
					short_name: string;
					side: string;
					version?: number;
				}>;
				Relationships: [
					{
						foreignKeyName: 'organisations_mission_id_fkey';
						columns: ['mission_id'];
						isOneToOne: false;
						referencedRelation: 'missions';
						referencedColumns: ['id'];
					}
				];
			};
			penalties: {
				Row: {
					about: string;
					amount_cents: number | null;
					cap_cents: number | null;
					charged_on: string | null;
					charged_ref: string | null;
					clause: Json | null;
					clause_code: string | null;
					code: string;
					comment_by: string | null;
					currency: string | null;
					decided_cents: number | null;
					decision: string | null;
					exempt_cents: number | null;
					facts: Json;
					found_on: string;
					id: string;
					key: string;
					mission_id: string;
					notified_on: string | null;
					number: string;
					stage: string;
					steps: Json;
					subject: string;
					title: string;
					typed: boolean;
					version: number;
				};
				Insert: {
					about: string;
					amount_cents?: number | null;
					cap_cents?: number | null;
					charged_on?: string | null;
					charged_ref?: string | null;
					clause?: Json | null;
					clause_code?: string | null;
					code: string;
					comment_by?: string | null;
					currency?: string | null;
					decided_cents?: number | null;
					decision?: string | null;
					exempt_cents?: number | null;
					facts: Json;
					found_on: string;
					id?: string;
					key: string;
					mission_id: string;
					notified_on?: string | null;
					number: string;
					stage: string;
					steps: Json;
					subject: string;
					title: string;
					typed?: boolean;
					version?: number;
				};
				Update: Partial<{
					about: string;
					amount_cents?: number | null;
					cap_cents?: number | null;
					charged_on?: string | null;
					charged_ref?: string | null;
					clause?: Json | null;
					clause_code?: string | null;
					code: string;
					comment_by?: string | null;
					currency?: string | null;
					decided_cents?: number | null;
					decision?: string | null;
					exempt_cents?: number | null;
					facts: Json;
					found_on: string;
					id?: string;
					key: string;
					mission_id: string;
					notified_on?: string | null;
					number: string;
					stage: string;
					steps: Json;
					subject: string;
					title: string;
					typed?: boolean;
					version?: number;
				}>;
				Relationships: [
					{
						foreignKeyName: 'penalties_mission_id_fkey';
						columns: ['mission_id'];
						isOneToOne: false;
						referencedRelation: 'missions';
						referencedColumns: ['id'];
					}
				];
			};
			penalty_acts: {
				Row: {
					amount_cents: number | null;
					at: string;
					day: string | null;
					decision: string | null;
					delegation_id: string | null;
					id: string;
					kind: string;
					late: boolean;
					mission_day: string;
					mission_id: string;
					number: number;
					penalty_id: string;
					person_id: string;
					words: string;
				};
				Insert: {
					amount_cents?: number | null;
					at?: string;
					day?: string | null;
					decision?: string | null;
					delegation_id?: string | null;
					id?: string;
					kind: string;
					late?: boolean;
					mission_day: string;
					mission_id: string;
					number?: number;
					penalty_id: string;
					person_id: string;
					words?: string;
				};
				Update: Partial<{
					amount_cents?: number | null;
					at?: string;
					day?: string | null;
					decision?: string | null;
					delegation_id?: string | null;
					id?: string;
					kind: string;
					late?: boolean;
					mission_day: string;
					mission_id: string;
					number?: number;
					penalty_id: string;
					person_id: string;
					words?: string;
				}>;
				Relationships: [
					{
						foreignKeyName: 'penalty_acts_delegation_id_fkey';
						columns: ['delegation_id'];
						isOneToOne: false;
						referencedRelation: 'delegations';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'penalty_acts_penalty_id_mission_id_fkey';
						columns: ['penalty_id', 'mission_id'];
						isOneToOne: false;
						referencedRelation: 'penalties';
						referencedColumns: ['id', 'mission_id'];
					},
					{
						foreignKeyName: 'penalty_acts_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			penalty_readings: {
				Row: {
					at: string;
					clause_code: string;
					id: string;
					mission_day: string;
					mission_id: string;
					number: number;
					person_id: string;
					reading: string;
					reason: string;
				};
				Insert: {
					at?: string;
					clause_code: string;
					id?: string;
					mission_day: string;
					mission_id: string;
					number?: number;
					person_id: string;
					reading: string;
					reason: string;
				};
				Update: Partial<{
					at?: string;
					clause_code: string;
					id?: string;
					mission_day: string;
					mission_id: string;
					number?: number;
					person_id: string;
					reading: string;
					reason: string;
				}>;
				Relationships: [
					{
						foreignKeyName: 'penalty_readings_mission_id_fkey';
						columns: ['mission_id'];
						isOneToOne: false;
						referencedRelation: 'missions';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'penalty_readings_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			people: {
				Row: {
					created_at: string;
					disabled_at: string | null;
					email: string;
					full_name: string;
					id: string;
					is_admin: boolean;
					is_demo: boolean;
					user_id: string | null;
				};
				Insert: {
					created_at?: string;
					disabled_at?: string | null;
					email: string;
					full_name: string;
					id?: string;
					is_admin?: boolean;
					is_demo?: boolean;
					user_id?: string | null;
				};
				Update: Partial<{
					created_at?: string;
					disabled_at?: string | null;
					email: string;
					full_name: string;
					id?: string;
					is_admin?: boolean;
					is_demo?: boolean;
					user_id?: string | null;
				}>;
				Relationships: [];
			};
			phases: {
				Row: {
					clause: Json | null;
					code: string;
					ends_on: string | null;
					id: string;
					limit_on: string | null;
					mission_id: string;
					position: number;
					starts_on: string | null;
					title: string;
					version: number;
				};
				Insert: {
					clause?: Json | null;
					code: string;
					ends_on?: string | null;
					id?: string;
					limit_on?: string | null;
					mission_id: string;
					position: number;
					starts_on?: string | null;
					title: string;
					version?: number;
				};
				Update: Partial<{
					clause?: Json | null;
					code: string;
					ends_on?: string | null;
					id?: string;
					limit_on?: string | null;
					mission_id: string;
					position: number;
					starts_on?: string | null;
					title: string;
					version?: number;
				}>;
				Relationships: [
					{
						foreignKeyName: 'phases_mission_id_fkey';
						columns: ['mission_id'];
						isOneToOne: false;
						referencedRelation: 'missions';
						referencedColumns: ['id'];
					}
				];
			};
			plan_acts: {
				Row: {
					at: string;
					id: string;
					mission_day: string;
					mission_id: string;
					mode: string;
					moves: Json;
					person_id: string;
					undoes: string | null;
				};
				Insert: {
					at?: string;
					id?: string;
					mission_day: string;
					mission_id: string;
					mode: string;
					moves: Json;
					person_id: string;
					undoes?: string | null;
				};
				Update: Partial<{
					at?: string;
					id?: string;
					mission_day: string;
					mission_id: string;
					mode: string;
					moves: Json;
					person_id: string;
					undoes?: string | null;
				}>;
				Relationships: [
					{
						foreignKeyName: 'plan_acts_mission_id_fkey';
						columns: ['mission_id'];
						isOneToOne: false;
						referencedRelation: 'missions';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'plan_acts_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'plan_acts_undoes_fkey';
						columns: ['undoes'];
						isOneToOne: true;
						referencedRelation: 'plan_acts';
						referencedColumns: ['id'];
					}
				];
			};
			report_corrections: {
				Row: {
					body: Json;
					mission_id: string;
					report_id: string;
					updated_at: string;
					updated_by: string | null;
					version: number;
				};
				Insert: {
					body: Json;
					mission_id: string;
					report_id: string;
					updated_at?: string;
					updated_by?: string | null;
					version?: number;
				};
				Update: Partial<{
					body: Json;
					mission_id: string;
					report_id: string;
					updated_at?: string;
					updated_by?: string | null;
					version?: number;
				}>;
				Relationships: [
					{
						foreignKeyName: 'report_corrections_mission_id_fkey';
						columns: ['mission_id'];
						isOneToOne: false;
						referencedRelation: 'missions';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'report_corrections_report_id_fkey';
						columns: ['report_id'];
						isOneToOne: true;
						referencedRelation: 'weekly_reports';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'report_corrections_updated_by_fkey';
						columns: ['updated_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			report_filings: {
				Row: {
					answered_at: string;
					answered_by: string;
					answered_on: string;
					body: Json;
					contest_reason: string;
					file_name: string;
					file_sha256: string;
					file_size: number;
					filed_at: string;
					filed_by: string;
					filed_on: string;
					id: string;
					mission_id: string;
					number: number;
					report_id: string;
					sent_to: string[] | null;
					storage_key: string;
				};
				Insert: {
					answered_at: string;
					answered_by: string;
					answered_on: string;
					body: Json;
					contest_reason: string;
					file_name: string;
					file_sha256: string;
					file_size: number;
					filed_at: string;
					filed_by: string;
					filed_on: string;
					id?: string;
					mission_id: string;
					number: number;
					report_id: string;
					sent_to?: string[] | null;
					storage_key: string;
				};
				Update: Partial<{
					answered_at: string;
					answered_by: string;
					answered_on: string;
					body: Json;
					contest_reason: string;
					file_name: string;
					file_sha256: string;
					file_size: number;
					filed_at: string;
					filed_by: string;
					filed_on: string;
					id?: string;
					mission_id: string;
					number: number;
					report_id: string;
					sent_to?: string[] | null;
					storage_key: string;
				}>;
				Relationships: [
					{
						foreignKeyName: 'report_filings_answered_by_fkey';
						columns: ['answered_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'report_filings_filed_by_fkey';
						columns: ['filed_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'report_filings_mission_id_fkey';
						columns: ['mission_id'];
						isOneToOne: false;
						referencedRelation: 'missions';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'report_filings_report_id_fkey';
						columns: ['report_id'];
						isOneToOne: false;
						referencedRelation: 'weekly_reports';
						referencedColumns: ['id'];
					}
				];
			};
			report_weeks: {
				Row: { due_on: string; mission_id: string; period: string };
				Insert: { due_on: string; mission_id: string; period: string };
				Update: Partial<{ due_on: string; mission_id: string; period: string }>;
				Relationships: [
					{
						foreignKeyName: 'report_weeks_mission_id_fkey';
						columns: ['mission_id'];
						isOneToOne: false;
						referencedRelation: 'missions';
						referencedColumns: ['id'];
					}
				];
			};
			resolutions: {
				Row: {
					binds: boolean;
					confirmed_at: string | null;
					confirmed_by: string | null;
					created_at: string;
					created_by: string | null;
					effect_on: string | null;
					endorsement_id: string | null;
					id: string;
					item_id: string | null;
					kind: string;
					meeting_id: string;
					mission_id: string;
					number: string;
					outcome: string | null;
					quorum: Json | null;
					reserves: Json;
					result: string;
					version: number;
					version_id: string | null;
					votes: Json | null;
					wording: string;
				};
				Insert: {
					binds?: boolean;
					confirmed_at?: string | null;
					confirmed_by?: string | null;
					created_at?: string;
					created_by?: string | null;
					effect_on?: string | null;
					endorsement_id?: string | null;
					id?: string;
					item_id?: string | null;
					kind?: string;
					meeting_id: string;
					mission_id: string;
					number: string;
					outcome?: string | null;
					quorum?: Json | null;
					reserves?: Json;
					result?: string;
					version?: number;
					version_id?: string | null;
					votes?: Json | null;
					wording: string;
				};
				Update: Partial<{
					binds?: boolean;
					confirmed_at?: string | null;
					confirmed_by?: string | null;
					created_at?: string;
					created_by?: string | null;
					effect_on?: string | null;
					endorsement_id?: string | null;
					id?: string;
					item_id?: string | null;
					kind?: string;
					meeting_id: string;
					mission_id: string;
					number: string;
					outcome?: string | null;
					quorum?: Json | null;
					reserves?: Json;
					result?: string;
					version?: number;
					version_id?: string | null;
					votes?: Json | null;
					wording: string;
				}>;
				Relationships: [
					{
						foreignKeyName: 'resolutions_confirmed_by_fkey';
						columns: ['confirmed_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'resolutions_created_by_fkey';
						columns: ['created_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'resolutions_endorsement_id_fkey';
						columns: ['endorsement_id'];
						isOneToOne: false;
						referencedRelation: 'endorsements';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'resolutions_item_id_fkey';
						columns: ['item_id'];
						isOneToOne: false;
						referencedRelation: 'agenda_items';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'resolutions_meeting_id_mission_id_fkey';
						columns: ['meeting_id', 'mission_id'];
						isOneToOne: false;
						referencedRelation: 'meetings';
						referencedColumns: ['id', 'mission_id'];
					},
					{
						foreignKeyName: 'resolutions_version_id_fkey';
						columns: ['version_id'];
						isOneToOne: false;
						referencedRelation: 'versions';
						referencedColumns: ['id'];
					}
				];
			};
			task_links: {
				Row: {
					from_id: string;
					from_meeting: string | null;
					from_milestone: string | null;
					from_task: string | null;
					id: string;
					lag: number;
					lag_unit: string;
					mission_id: string;
					to_id: string;
					to_milestone: string | null;
					to_task: string | null;
					type: string;
					updated_at: string;
					updated_by: string | null;
					version: number;
				};
				Insert: {
					from_id?: string;
					from_meeting?: string | null;
					from_milestone?: string | null;
					from_task?: string | null;
					id?: string;
					lag?: number;
					lag_unit?: string;
					mission_id: string;
					to_id?: string;
					to_milestone?: string | null;
					to_task?: string | null;
					type?: string;
					updated_at?: string;
					updated_by?: string | null;
					version?: number;
				};
				Update: Partial<{
					from_id?: string;
					from_meeting?: string | null;
					from_milestone?: string | null;
					from_task?: string | null;
					id?: string;
					lag?: number;
					lag_unit?: string;
					mission_id: string;
					to_id?: string;
					to_milestone?: string | null;
					to_task?: string | null;
					type?: string;
					updated_at?: string;
					updated_by?: string | null;
					version?: number;
				}>;
				Relationships: [
					{
						foreignKeyName: 'task_links_from_meeting_mission_id_fkey';
						columns: ['from_meeting', 'mission_id'];
						isOneToOne: false;
						referencedRelation: 'meetings';
						referencedColumns: ['id', 'mission_id'];
					},
					{
						foreignKeyName: 'task_links_from_milestone_mission_id_fkey';
						columns: ['from_milestone', 'mission_id'];
						isOneToOne: false;
						referencedRelation: 'milestones';
						referencedColumns: ['id', 'mission_id'];
					},
					{
						foreignKeyName: 'task_links_from_task_mission_id_fkey';
						columns: ['from_task', 'mission_id'];
						isOneToOne: false;
						referencedRelation: 'tasks';
						referencedColumns: ['id', 'mission_id'];
					},
					{
						foreignKeyName: 'task_links_mission_id_fkey';
						columns: ['mission_id'];
						isOneToOne: false;
						referencedRelation: 'missions';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'task_links_to_milestone_mission_id_fkey';
						columns: ['to_milestone', 'mission_id'];
						isOneToOne: false;
						referencedRelation: 'milestones';
						referencedColumns: ['id', 'mission_id'];
					},
					{
						foreignKeyName: 'task_links_to_task_mission_id_fkey';
						columns: ['to_task', 'mission_id'];
						isOneToOne: false;
						referencedRelation: 'tasks';
						referencedColumns: ['id', 'mission_id'];
					},
					{
						foreignKeyName: 'task_links_updated_by_fkey';
						columns: ['updated_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			task_refs: {
				Row: {
					deliverable_id: string | null;
					id: string;
					meeting_id: string | null;
					mission_id: string;
					obligation_id: string | null;
					ref_id: string;
					task_id: string;
				};
				Insert: {
					deliverable_id?: string | null;
					id?: string;
					meeting_id?: string | null;
					mission_id: string;
					obligation_id?: string | null;
					ref_id?: string;
					task_id: string;
				};
				Update: Partial<{
					deliverable_id?: string | null;
					id?: string;
					meeting_id?: string | null;
					mission_id: string;
					obligation_id?: string | null;
					ref_id?: string;
					task_id: string;
				}>;
				Relationships: [
					{
						foreignKeyName: 'task_refs_deliverable_id_mission_id_fkey';
						columns: ['deliverable_id', 'mission_id'];
						isOneToOne: false;
						referencedRelation: 'deliverables';
						referencedColumns: ['id', 'mission_id'];
					},
					{
						foreignKeyName: 'task_refs_meeting_id_mission_id_fkey';
						columns: ['meeting_id', 'mission_id'];
						isOneToOne: false;
						referencedRelation: 'meetings';
						referencedColumns: ['id', 'mission_id'];
					},
					{
						foreignKeyName: 'task_refs_mission_id_fkey';
						columns: ['mission_id'];
						isOneToOne: false;
						referencedRelation: 'missions';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'task_refs_obligation_id_mission_id_fkey';
						columns: ['obligation_id', 'mission_id'];
						isOneToOne: false;
						referencedRelation: 'obligations';
						referencedColumns: ['id', 'mission_id'];
					},
					{
						foreignKeyName: 'task_refs_task_id_mission_id_fkey';
						columns: ['task_id', 'mission_id'];
						isOneToOne: false;
						referencedRelation: 'tasks';
						referencedColumns: ['id', 'mission_id'];
					}
				];
			};
			tasks: {
				Row: {
					actual_end: string | null;
					actual_start: string | null;
					assignee: string | null;
					clause: Json | null;
					code: string | null;
					constraint_kind: string | null;
					constraint_on: string | null;
					depends_on: string[];
					ends_on: string | null;
					id: string;
					mission_id: string;
					notes: string | null;
					objective: string | null;
					organisation_id: string | null;
					phase_id: string | null;
					position: number;
					progress: number;
					removed_at: string | null;
					starts_on: string | null;
					title: string;
					updated_at: string;
					updated_by: string | null;
					version: number;
				};
				Insert: {
					actual_end?: string | null;
					actual_start?: string | null;
					assignee?: string | null;
					clause?: Json | null;
					code?: string | null;
					constraint_kind?: string | null;
					constraint_on?: string | null;
					depends_on?: string[];
					ends_on?: string | null;
					id?: string;
					mission_id: string;
					notes?: string | null;
					objective?: string | null;
					organisation_id?: string | null;
					phase_id?: string | null;
					position?: number;
					progress?: number;
					removed_at?: string | null;
					starts_on?: string | null;
					title: string;
					updated_at?: string;
					updated_by?: string | null;
					version?: number;
				};
				Update: Partial<{
					actual_end?: string | null;
					actual_start?: string | null;
					assignee?: string | null;
					clause?: Json | null;
					code?: string | null;
					constraint_kind?: string | null;
					constraint_on?: string | null;
					depends_on?: string[];
					ends_on?: string | null;
					id?: string;
					mission_id: string;
					notes?: string | null;
					objective?: string | null;
					organisation_id?: string | null;
					phase_id?: string | null;
					position?: number;
					progress?: number;
					removed_at?: string | null;
					starts_on?: string | null;
					title: string;
					updated_at?: string;
					updated_by?: string | null;
					version?: number;
				}>;
				Relationships: [
					{
						foreignKeyName: 'tasks_mission_id_fkey';
						columns: ['mission_id'];
						isOneToOne: false;
						referencedRelation: 'missions';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'tasks_organisation_id_mission_id_fkey';
						columns: ['organisation_id', 'mission_id'];
						isOneToOne: false;
						referencedRelation: 'organisations';
						referencedColumns: ['id', 'mission_id'];
					},
					{
						foreignKeyName: 'tasks_phase_id_mission_id_fkey';
						columns: ['phase_id', 'mission_id'];
						isOneToOne: false;
						referencedRelation: 'phases';
						referencedColumns: ['id', 'mission_id'];
					},
					{
						foreignKeyName: 'tasks_updated_by_fkey';
						columns: ['updated_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			version_files: {
				Row: {
					id: string;
					media_type: string;
					mission_id: string;
					name: string;
					sha256: string;
					size: number;
					storage_key: string;
					uploaded_at: string;
					uploaded_by: string;
					version_id: string;
				};
				Insert: {
					id?: string;
					media_type: string;
					mission_id: string;
					name: string;
					sha256: string;
					size: number;
					storage_key: string;
					uploaded_at: string;
					uploaded_by: string;
					version_id: string;
				};
				Update: Partial<{
					id?: string;
					media_type: string;
					mission_id: string;
					name: string;
					sha256: string;
					size: number;
					storage_key: string;
					uploaded_at: string;
					uploaded_by: string;
					version_id: string;
				}>;
				Relationships: [
					{
						foreignKeyName: 'version_files_uploaded_by_fkey';
						columns: ['uploaded_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'version_files_version_id_mission_id_fkey';
						columns: ['version_id', 'mission_id'];
						isOneToOne: false;
						referencedRelation: 'versions';
						referencedColumns: ['id', 'mission_id'];
					}
				];
			};
			versions: {
				Row: {
					deliverable_id: string;
					id: string;
					mission_id: string;
					note: string;
					number: string;
					sha256: string;
					state: string;
					submitted_at: string;
					submitted_by: string;
					submitted_on: string;
				};
				Insert: {
					deliverable_id: string;
					id?: string;
					mission_id: string;
					note?: string;
					number: string;
					sha256: string;
					state: string;
					submitted_at?: string;
					submitted_by: string;
					submitted_on: string;
				};
				Update: Partial<{
					deliverable_id: string;
					id?: string;
					mission_id: string;
					note?: string;
					number: string;
					sha256: string;
					state: string;
					submitted_at?: string;
					submitted_by: string;
					submitted_on: string;
				}>;
				Relationships: [
					{
						foreignKeyName: 'versions_deliverable_id_mission_id_fkey';
						columns: ['deliverable_id', 'mission_id'];
						isOneToOne: false;
						referencedRelation: 'deliverables';
						referencedColumns: ['id', 'mission_id'];
					},
					{
						foreignKeyName: 'versions_submitted_by_fkey';
						columns: ['submitted_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			votes: {
				Row: {
					at: string;
					choice: string;
					committee_id: string;
					id: string;
					mission_day: string;
					mission_id: string;
					person_id: string;
					reason: string;
					sha256: string;
					version_id: string;
				};
				Insert: {
					at?: string;
					choice: string;
					committee_id: string;
					id?: string;
					mission_day: string;
					mission_id: string;
					person_id: string;
					reason?: string;
					sha256: string;
					version_id: string;
				};
				Update: Partial<{
					at?: string;
					choice: string;
					committee_id: string;
					id?: string;
					mission_day: string;
					mission_id: string;
					person_id: string;
					reason?: string;
					sha256: string;
					version_id: string;
				}>;
				Relationships: [
					{
						foreignKeyName: 'votes_committee_id_fkey';
						columns: ['committee_id'];
						isOneToOne: false;
						referencedRelation: 'committees';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'votes_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'votes_version_id_mission_id_fkey';
						columns: ['version_id', 'mission_id'];
						isOneToOne: false;
						referencedRelation: 'versions';
						referencedColumns: ['id', 'mission_id'];
					}
				];
			};
			weekly_reports: {
				Row: {
					answered_at: string | null;
					answered_by: string | null;
					answered_on: string | null;
					body: Json;
					contest_reason: string | null;
					due_on: string | null;
					file_name: string | null;
					file_sha256: string | null;
					file_size: number | null;
					filed_at: string | null;
					filed_by: string | null;
					filed_on: string | null;
					first_filed_on: string | null;
					id: string;
					mission_id: string;
					period: string;
					sent_to: string[] | null;
					state: string;
					storage_key: string | null;
					updated_at: string;
					updated_by: string | null;
					version: number;
				};
				Insert: {
					answered_at?: string | null;
					answered_by?: string | null;
					answered_on?: string | null;
					body?: Json;
					contest_reason?: string | null;
					due_on?: string | null;
					file_name?: string | null;
					file_sha256?: string | null;
					file_size?: number | null;
					filed_at?: string | null;
					filed_by?: string | null;
					filed_on?: string | null;
					first_filed_on?: string | null;
					id?: string;
					mission_id: string;
					period: string;
					sent_to?: string[] | null;
					state?: string;
					storage_key?: string | null;
					updated_at?: string;
					updated_by?: string | null;
					version?: number;
				};
				Update: Partial<{
					answered_at?: string | null;
					answered_by?: string | null;
					answered_on?: string | null;
					body?: Json;
					contest_reason?: string | null;
					due_on?: string | null;
					file_name?: string | null;
					file_sha256?: string | null;
					file_size?: number | null;
					filed_at?: string | null;
					filed_by?: string | null;
					filed_on?: string | null;
					first_filed_on?: string | null;
					id?: string;
					mission_id: string;
					period: string;
					sent_to?: string[] | null;
					state?: string;
					storage_key?: string | null;
					updated_at?: string;
					updated_by?: string | null;
					version?: number;
				}>;
				Relationships: [
					{
						foreignKeyName: 'weekly_reports_answered_by_fkey';
						columns: ['answered_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'weekly_reports_filed_by_fkey';
						columns: ['filed_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'weekly_reports_mission_id_fkey';
						columns: ['mission_id'];
						isOneToOne: false;
						referencedRelation: 'missions';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'weekly_reports_updated_by_fkey';
						columns: ['updated_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
		};
		Views: Record<never, never>;
		Functions: {
			actions_register: { Args: { mission_slug: string }; Returns: Json };
			add_account: { Args: { email: string; full_name: string }; Returns: string };
			add_task: {
				Args: { ends_on: string; mission: string; phase: string; starts_on: string; title: string };
				Returns: Database['public']['Tables']['tasks']['Row'];
			};
			agenda_choices: { Args: { meeting_code: string; mission_slug: string }; Returns: Json };
			amendment_detail: { Args: { amendment: string; mission_slug: string }; Returns: Json };
			answer_comment: {
				Args: { answer: string; comment: string; words?: string | null };
				Returns: Database['public']['Tables']['minutes_comments']['Row'];
			};
			answer_obligation: {
				Args: { accepted: boolean; obligation: string; read_version: number; reason?: string | null };
				Returns: number;
			};
			answer_observation: {
				Args: {
					answer: string;
					in_version?: string | null;
					observation: string;
					read_version: number;
					words?: string | null;
				};
				Returns: Database['public']['Tables']['observations']['Row'];
			};
			answer_report: {
				Args: { accepted: boolean; reason?: string | null; report: string; seen?: string | null };
				Returns: Database['public']['Tables']['weekly_reports']['Row'];
			};
			apply_plan: {
				Args: { lines: Json; mission: string; mode: string; read_stamp: string };
				Returns: string;
			};
			approve_minutes: {
				Args: {
					approved_in?: string | null;
					how?: string | null;
					meeting: string;
					paper: Json;
					read_version: number;
				};
				Returns: Database['public']['Tables']['meetings']['Row'];
			};
			baselines_page: { Args: { mission_slug: string; whole?: number | null }; Returns: Json };
			body_page: { Args: { body_code: string; mission_slug: string }; Returns: Json };
			calendar_page: { Args: { mission_slug: string }; Returns: Json };
			calendar_rows: { Args: { mission?: string | null }; Returns: Json };
			cast_vote: {
				Args: { choice: string; reason?: string | null; seen_sha256: string; version: string };
				Returns: Database['public']['Tables']['votes']['Row'];
			};
			change_calendar: {
				Args: { days: Json; mission: string; read_number: number; reason?: string | null };
				Returns: undefined;
			};
			change_role: {
				Args: {
					membership: string;
					new_function?: string | null;
					new_role: string;
					read_version: number;
				};
				Returns: Database['public']['Tables']['memberships']['Row'];
			};
			change_seat: {
				Args: {
					capacity: string;
					function_title?: string | null;
					phases?: string[] | null;
					read_version: number;
					seat: string;
					until_day?: string | null;
					voting?: boolean | null;
				};
				Returns: Database['public']['Tables']['committee_members']['Row'];
			};
			charge_penalty: {
				Args: { charged_on: string; penalty: string; read_version: number; reference: string };
				Returns: number;
			};
			check_observation: {
				Args: {
					observation: string;
					read_version: number;
					seen_sha256: string;
					verdict: string;
					version: string;
					words?: string | null;
				};
				Returns: Database['public']['Tables']['observations']['Row'];
			};
			choose_penalty_reading: {
				Args: { clause_code: string; mission: string; reading: string; reason: string };
				Returns: undefined;
			};
			choose_reading: {
				Args: { duty: string; mission: string; reading: string; reason?: string | null };
				Returns: undefined;
			};
			circulate_minutes: {
				Args: { comments_until?: string | null; meeting: string; paper: Json; read_version: number };
				Returns: Database['public']['Tables']['meetings']['Row'];
			};
			claim_person: { Args: Record<PropertyKey, never>; Returns: string };
			close_action: {
				Args: { action: string; done?: boolean | null; read_version: number; result?: string | null };
				Returns: Database['public']['Tables']['actions']['Row'];
			};
			close_obligation: {
				Args: { closing: string; obligation: string; read_version: number; reason: string };
				Returns: number;
			};
			close_obligations: {
				Args: { closing: string; keys: string[]; mission: string; reason: string };
				Returns: number;
			};
			comment_minutes: {
				Args: { item?: string | null; meeting: string; wording: string };
				Returns: Database['public']['Tables']['minutes_comments']['Row'];
			};
			comment_penalty: {
				Args: { comment: string; penalty: string; read_version: number };
				Returns: number;
			};
			confirm_endorsement: {
				Args: {
					meeting?: string | null;
					outcome: string;
					reserves?: string | null;
					seen_sha256: string;
					version: string;
				};
				Returns: Database['public']['Tables']['endorsements']['Row'];
			};
			confirm_resolutions: { Args: { meeting: string; seen: Json }; Returns: number };
			confirm_with_reserves: {
				Args: {
					lines: Json;
					meeting?: string | null;
					outcome: string;
					seen_sha256: string;
					version: string;
				};
				Returns: Database['public']['Tables']['endorsements']['Row'];
			};
			contract_page: { Args: { mission_slug: string }; Returns: Json };
			contract_text: { Args: { mission_slug: string; text_number?: number | null }; Returns: Json };
			convene_again: {
				Args: { held_on: string; meeting: string; place?: string | null; starts_at?: string | null };
				Returns: Database['public']['Tables']['meetings']['Row'];
			};
			convene_meeting: {
				Args: { meeting: string; read_version: number; reason?: string | null };
				Returns: Database['public']['Tables']['meetings']['Row'];
			};
			correct_action: {
				Args: {
					action: string;
					due_on?: string | null;
					item?: string | null;
					owner?: string | null;
					owner_name?: string | null;
					read_version: number;
					wording: string;
				};
				Returns: Database['public']['Tables']['actions']['Row'];
			};
			correct_interruption: {
				Args: {
					attributable?: boolean | null;
					attributable_reason?: string | null;
					correction: string;
					ends_at: string;
					excluded?: boolean | null;
					excluded_reason?: string | null;
					hash?: string | null;
					key?: string | null;
					mission: string;
					name?: string | null;
					number: string;
					place?: string | null;
					read_revision: number;
					size?: number | null;
					starts_at: string;
					what: string;
				};
				Returns: number;
			};
			correct_observation: {
				Args: {
					observation: string;
					place?: string | null;
					read_version: number;
					severity: string;
					wording: string;
				};
				Returns: Database['public']['Tables']['observations']['Row'];
			};
			correct_resolution: {
				Args: {
					effect_on?: string | null;
					item?: string | null;
					kind: string;
					outcome?: string | null;
					read_version: number;
					reserves?: Json | null;
					resolution: string;
					result?: string | null;
					seen_sha256?: string | null;
					version?: string | null;
					votes?: Json | null;
					wording: string;
				};
				Returns: Database['public']['Tables']['resolutions']['Row'];
			};
			count_waiting: { Args: Record<PropertyKey, never>; Returns: number };
			create_mission: {
				Args: { content: Json; manager_email: string; manager_name: string; source?: string | null };
				Returns: Json;
			};
			decide: {
				Args: {
					kind: string;
					reasons?: string | null;
					reduction?: string | null;
					seen_sha256: string;
					version: string;
				};
				Returns: Database['public']['Tables']['decisions']['Row'];
			};
			decide_penalty: {
				Args: {
					amount?: number | null;
					decision: string;
					penalty: string;
					read_version: number;
					reason?: string | null;
				};
				Returns: number;
			};
			decisions_register: { Args: { mission_slug: string }; Returns: Json };
			delegate: {
				Args: {
					from_day: string;
					membership: string;
					reason: string;
					to_day: string;
					to_person: string;
				};
				Returns: Database['public']['Tables']['delegations']['Row'];
			};
			deliverable_detail: { Args: { deliverable_code: string; mission_slug: string }; Returns: Json };
			deliverable_file: {
				Args: { deliverable_code: string; file: string; mission_slug: string };
				Returns: Json;
			};
			deliverable_observations: {
				Args: { deliverable_code: string; mission_slug: string };
				Returns: Json;
			};
			deliverables_register: { Args: { mission_slug: string }; Returns: Json };
			drop_resolution: {
				Args: { draft: string; meeting: string; read_version: number; reason?: string | null };
				Returns: undefined;
			};
			edit_link: {
				Args: { lag: number; lag_unit: string; link: string; read_version: number; type: string };
				Returns: number;
			};
			edit_meeting: { Args: { content: Json; meeting: string; read_version: number }; Returns: number };
			edit_milestone: {
				Args: {
					milestone: string;
					new_due_on: string;
					new_title?: string | null;
					read_version: number;
				};
				Returns: Database['public']['Tables']['milestones']['Row'];
			};
			edit_organisation: {
				Args: {
					new_address?: string | null;
					new_name: string;
					new_short_name: string;
					organisation: string;
					read_version: number;
				};
				Returns: Database['public']['Tables']['organisations']['Row'];
			};
			edit_task: {
				Args: {
					new_ends_on: string;
					new_progress?: number | null;
					new_starts_on: string;
					new_title?: string | null;
					read_version: number;
					task: string;
				};
				Returns: Database['public']['Tables']['tasks']['Row'];
			};
			end_seat: {
				Args: { on_day?: string | null; read_version: number; reason: string; seat: string };
				Returns: Database['public']['Tables']['committee_members']['Row'];
			};
			extend_obligation: {
				Args: { act: string; act_on: string; days: number; obligation: string; read_version: number };
				Returns: number;
			};
			file_report: {
				Args: {
					content: Json;
					due: string;
					hash: string;
					key: string;
					mission: string;
					name: string;
					read_version: number;
					report_period: string;
					size: number;
				};
				Returns: Database['public']['Tables']['weekly_reports']['Row'];
			};
			free_slug: { Args: { wanted: string }; Returns: string };
			freeze_indicators: {
				Args: { from_day: string; meeting: string; mission: string; to_day: string };
				Returns: string;
			};
			freeze_plan: { Args: { mission: string; name: string; reason: string }; Returns: number };
			hand_in: {
				Args: { chosen: string[]; deliverable: string; note?: string | null };
				Returns: Database['public']['Tables']['versions']['Row'];
			};
			import_plan: { Args: { mission: string; plan: Json; read_stamp: string }; Returns: Json };
			indicator_state: { Args: { mission_slug: string; state: string }; Returns: Json };
			indicators_page: {
				Args: { mission_slug: string; since?: string | null; wanted?: string | null };
				Returns: Json;
			};
			interruption_file: { Args: { interruption: string; mission_slug: string }; Returns: Json };
			interruptions_page: { Args: { mission_slug: string }; Returns: Json };
			invite: {
				Args: {
					email: string;
					full_name: string;
					function_title?: string | null;
					mission: string;
					organisation: string;
					role: string;
					starts_on?: string | null;
				};
				Returns: Database['public']['Tables']['memberships']['Row'];
			};
			invite_again: { Args: { membership: string }; Returns: undefined };
			invite_to_comment: {
				Args: { comment_by: string; message?: string | null; penalty: string; read_version: number };
				Returns: number;
			};
			link_lines: {
				Args: {
					from_line: string;
					lag?: number | null;
					lag_unit?: string | null;
					mission: string;
					to_line: string;
					type?: string | null;
				};
				Returns: string;
			};
			list_mails: {
				Args: { limit_to?: number | null };
				Returns: {
					id: string;
					mission: string;
					to_email: string;
					kind: string;
					state: string;
					attempts: number;
					error: string;
					created_at: string;
					sent_at: string;
					data: Json;
				}[];
			};
			make_calendar_link: {
				Args: { instead_of?: string | null; locale?: string | null; mission_slug?: string | null };
				Returns: string;
			};
			mark_attendance: {
				Args: { attendee?: string | null; meeting: string; read_version?: number | null; said: Json };
				Returns: Database['public']['Tables']['attendances']['Row'];
			};
			meeting_agenda: { Args: { meeting_code: string; mission_slug: string }; Returns: Json };
			meeting_answers: { Args: { meeting_code: string; mission_slug: string }; Returns: Json };
			meeting_deciding: { Args: { meeting_code: string; mission_slug: string }; Returns: Json };
			meeting_detail: { Args: { meeting_code: string; mission_slug: string }; Returns: Json };
			minutes_follow: { Args: { meeting_code: string; mission_slug: string }; Returns: Json };
			mission_context: { Args: { counting?: boolean | null; mission_slug: string }; Returns: Json };
			mission_dashboard: { Args: { mission_slug: string }; Returns: Json };
			move_clock: { Args: { mission: string; to_day: string }; Returns: string };
			move_meeting: {
				Args: { meeting: string; read_version: number; reason?: string | null; to_state: string };
				Returns: Database['public']['Tables']['meetings']['Row'];
			};
			my_calendar_links: { Args: Record<PropertyKey, never>; Returns: Json };
			number_reserves: { Args: { lines: Json; version: string }; Returns: number };
			obligation_file: { Args: { act: string; mission_slug: string }; Returns: Json };
			obligations_page: {
				Args: {
					mission_slug: string;
					only_key?: string | null;
					only_late?: boolean | null;
					since?: string | null;
					until?: string | null;
				};
				Returns: Json;
			};
			observe: {
				Args: {
					file?: string | null;
					kind: string;
					place?: string | null;
					seen_sha256: string;
					severity: string;
					version: string;
					wording: string;
				};
				Returns: Database['public']['Tables']['observations']['Row'];
			};
			open_minutes: { Args: { cleared?: boolean | null; meeting: string }; Returns: undefined };
			penalties_about: {
				Args: { mission_slug: string; occurrence?: string | null; of_code?: string | null };
				Returns: Json;
			};
			penalties_page: { Args: { mission_slug: string; penalty_number?: string | null }; Returns: Json };
			plan_meeting: {
				Args: {
					committee: string;
					held_on: string;
					phase?: string | null;
					place?: string | null;
					starts_at?: string | null;
					title: string;
				};
				Returns: Database['public']['Tables']['meetings']['Row'];
			};
			plan_series: { Args: { committee: string; meetings: Json }; Returns: Json };
			prepare_amendment: {
				Args: {
					act: Json;
					effects?: Json | null;
					hash?: string | null;
					key?: string | null;
					mission: string;
					name?: string | null;
					proposal: Json;
					read_number: number;
					size?: number | null;
				};
				Returns: Json;
			};
			propose_exclusion: {
				Args: { day: string; mission: string; reason: string; register: string };
				Returns: undefined;
			};
			put_draft: {
				Args: {
					deliverable: string;
					file_name: string;
					file_sha256: string;
					file_size: number;
					file_type: string;
					key: string;
				};
				Returns: Database['public']['Tables']['drafts']['Row'];
			};
			put_off_item: { Args: { item: string; place?: string | null }; Returns: Json };
			reach_milestone: {
				Args: { milestone: string; new_done_on: string; read_version: number };
				Returns: Database['public']['Tables']['milestones']['Row'];
			};
			record_action: {
				Args: {
					due_on?: string | null;
					item?: string | null;
					meeting: string;
					owner?: string | null;
					owner_name?: string | null;
					wording: string;
				};
				Returns: Database['public']['Tables']['actions']['Row'];
			};
			record_indicator_values: {
				Args: {
					code: string;
					mission: string;
					quantity?: string | null;
					reason?: string | null;
					rows: Json;
					source?: string | null;
				};
				Returns: Json;
			};
			record_interruption: {
				Args: {
					attributable?: boolean | null;
					attributable_reason?: string | null;
					ends_at: string;
					excluded?: boolean | null;
					excluded_reason?: string | null;
					hash?: string | null;
					key?: string | null;
					mission: string;
					name?: string | null;
					place?: string | null;
					size?: number | null;
					starts_at: string;
					what: string;
				};
				Returns: string;
			};
			record_resolution: {
				Args: {
					effect_on?: string | null;
					item?: string | null;
					kind?: string | null;
					meeting: string;
					outcome?: string | null;
					reserves?: Json | null;
					result?: string | null;
					seen_sha256?: string | null;
					version?: string | null;
					votes?: Json | null;
					wording: string;
				};
				Returns: Database['public']['Tables']['resolutions']['Row'];
			};
			remove_draft: { Args: { draft: string }; Returns: string };
			remove_link: { Args: { link: string; read_version: number }; Returns: undefined };
			remove_member: {
				Args: { membership: string; read_version: number; reason: string };
				Returns: Database['public']['Tables']['memberships']['Row'];
			};
			remove_task: {
				Args: { read_version: number; removed?: boolean | null; task: string };
				Returns: Database['public']['Tables']['tasks']['Row'];
			};
			replace_member: {
				Args: {
					email: string;
					from_day: string;
					full_name: string;
					membership: string;
					read_version: number;
				};
				Returns: Database['public']['Tables']['memberships']['Row'];
			};
			reply_to_meeting: {
				Args: { alternate?: string | null; answer: string; meeting: string };
				Returns: undefined;
			};
			revoke_calendar_link: { Args: { link: string }; Returns: undefined };
			revoke_delegation: { Args: { delegation: string }; Returns: undefined };
			save_item: {
				Args: { conclusion: string; item: string; minutes: string; read_version: number };
				Returns: Json;
			};
			save_report_draft: {
				Args: { content: Json; mission: string; read_version: number; report_period: string };
				Returns: Database['public']['Tables']['weekly_reports']['Row'];
			};
			schedule_rows: {
				Args: { baseline?: number | null; lines?: string[] | null; mission_slug?: string | null };
				Returns: Json;
			};
			schedule_stamp: { Args: { mission_slug: string }; Returns: Json };
			seat_in_body: {
				Args: {
					alternate_of?: string | null;
					capacity: string;
					committee: string;
					from_day?: string | null;
					function_title?: string | null;
					person: string;
					phases?: string[] | null;
					until_day?: string | null;
					voting?: boolean | null;
				};
				Returns: Database['public']['Tables']['committee_members']['Row'];
			};
			send_obligation: {
				Args: {
					hash?: string | null;
					key?: string | null;
					name?: string | null;
					note?: string | null;
					obligation: string;
					read_version: number;
					sent_on: string;
					sent_to: string[];
					size?: number | null;
				};
				Returns: number;
			};
			session_news: {
				Args: { meeting_code: string; mission_slug: string; since?: string | null };
				Returns: Json;
			};
			set_account: {
				Args: { administrator?: boolean | null; disabled?: boolean | null; person: string };
				Returns: Database['public']['Tables']['people']['Row'];
			};
			set_agenda: { Args: { items: Json; meeting: string; read_version: number }; Returns: number };
			set_attendance: { Args: { meeting: string; read_version: number; rows: Json }; Returns: number };
			set_body_rules: {
				Args: { committee: string; read_version: number; rules: Json };
				Returns: Database['public']['Tables']['committees']['Row'];
			};
			set_links: { Args: { line: string; links: Json; read_links: Json }; Returns: Json };
			set_task: { Args: { content: Json; read_version: number; task: string }; Returns: number };
			settle_exclusion: {
				Args: {
					day: string;
					mission: string;
					read_number: number;
					reason?: string | null;
					register: string;
					verdict: string;
				};
				Returns: undefined;
			};
			sign_amendment: {
				Args: { amendment: string; effects: Json; moved: Json; read_version: number };
				Returns: Json;
			};
			take_item: { Args: { item: string; meeting: string }; Returns: string };
			type_penalty: {
				Args: {
					amount: number;
					clause_quote?: string | null;
					clause_ref: string;
					penalty: string;
					read_version: number;
				};
				Returns: number;
			};
			undo_plan: { Args: { act: string }; Returns: string };
			verify_journal: { Args: { mission: string }; Returns: { lines: number; broken_at: number }[] };
			verify_seals: { Args: { mission: string }; Returns: string[] };
			waiting: {
				Args: Record<PropertyKey, never>;
				Returns: {
					mission_id: string;
					slug: string;
					mission: string;
					kind: string;
					subject: string;
					title: string;
					ref: string;
					due_on: string;
					today: string;
				}[];
			};
			who_am_i: { Args: Record<PropertyKey, never>; Returns: Json };
			withdraw_amendment: { Args: { amendment: string; read_version: number }; Returns: undefined };
			withdraw_observation: {
				Args: { observation: string; read_version: number; reason: string };
				Returns: Database['public']['Tables']['observations']['Row'];
			};
		};
		Enums: Record<never, never>;
		CompositeTypes: Record<never, never>;
	};
}

export type Row<T extends keyof Database['public']['Tables']> = Database['public']['Tables'][T]['Row'];
