CREATE TABLE `carved_job` (
	`placement_id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`red_lines` text NOT NULL,
	`days_per_week` integer DEFAULT 5 NOT NULL,
	`asks` text DEFAULT '' NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`placement_id`) REFERENCES `placement`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `caseload_mail` (
	`person_id` text PRIMARY KEY NOT NULL,
	`last_week` text,
	`stopped_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `follow_up` (
	`id` text PRIMARY KEY NOT NULL,
	`placement_id` text NOT NULL,
	`month` integer NOT NULL,
	`token_hash` text,
	`sealed_token` text,
	`mailed_to_hash` text,
	`sent` text NOT NULL,
	FOREIGN KEY (`placement_id`) REFERENCES `placement`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `follow_up_placement_month` ON `follow_up` (`placement_id`,`month`);--> statement-breakpoint
CREATE UNIQUE INDEX `follow_up_token_hash` ON `follow_up` (`token_hash`);--> statement-breakpoint
CREATE TABLE `follow_up_form` (
	`follow_up_id` text NOT NULL,
	`side` text NOT NULL,
	`filled_by` text NOT NULL,
	`answers` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	`done_at` integer,
	PRIMARY KEY(`follow_up_id`, `side`, `filled_by`),
	FOREIGN KEY (`follow_up_id`) REFERENCES `follow_up`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `follow_up_stop` (
	`placement_id` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`placement_id`, `person_id`),
	FOREIGN KEY (`placement_id`) REFERENCES `placement`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `guidance` (
	`id` text PRIMARY KEY NOT NULL,
	`placement_id` text NOT NULL,
	`on_day` text NOT NULL,
	`minutes` integer NOT NULL,
	`kind` text NOT NULL,
	FOREIGN KEY (`placement_id`) REFERENCES `placement`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `guidance_placement` ON `guidance` (`placement_id`);--> statement-breakpoint
CREATE TABLE `handover` (
	`id` text PRIMARY KEY NOT NULL,
	`placement_id` text NOT NULL,
	`email` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`accepted_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`placement_id`) REFERENCES `placement`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `handover_token_hash` ON `handover` (`token_hash`);--> statement-breakpoint
CREATE INDEX `handover_placement` ON `handover` (`placement_id`);--> statement-breakpoint
CREATE TABLE `invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`email` text NOT NULL,
	`role` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`accepted_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_token_hash` ON `invitation` (`token_hash`);--> statement-breakpoint
CREATE INDEX `invitation_organisation` ON `invitation` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `membership` (
	`organisation_id` text NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`label` text DEFAULT '' NOT NULL,
	`joined_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `person_id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `membership_person` ON `membership` (`person_id`);--> statement-breakpoint
CREATE TABLE `organisation` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`demo` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`warned_at` integer
);
--> statement-breakpoint
CREATE TABLE `organisation_log` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`at` integer NOT NULL,
	`who` text NOT NULL,
	`what` text NOT NULL,
	`detail` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `organisation_log_organisation` ON `organisation_log` (`organisation_id`,`at`);--> statement-breakpoint
CREATE TABLE `passkey` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`public_key` text NOT NULL,
	`counter` integer NOT NULL,
	`transports` text NOT NULL,
	`label` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `passkey_person` ON `passkey` (`person_id`);--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`language` text NOT NULL,
	`created_at` integer NOT NULL,
	`active_at` integer NOT NULL,
	`warned_at` integer
);
--> statement-breakpoint
CREATE INDEX `person_active_at` ON `person` (`active_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `person_email` ON `person` (`email`);--> statement-breakpoint
CREATE TABLE `placement` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`organisation_id` text NOT NULL,
	`coach_id` text,
	`assessment_id` text,
	`assessment_erased_on` text,
	`sector` text NOT NULL,
	`host_name` text NOT NULL,
	`place` text DEFAULT '' NOT NULL,
	`target_job` text NOT NULL,
	`host_email` text DEFAULT '' NOT NULL,
	`language` text NOT NULL,
	`route` text NOT NULL,
	`phase` text NOT NULL,
	`since` text NOT NULL,
	`stage_start` text,
	`first_contract_day` text,
	`legal_ticked` text NOT NULL,
	`needs_shared_on` text,
	`previous_id` text,
	`closed_on` text,
	`outcome` text,
	`outcome_reason` text,
	`outcome_note` text DEFAULT '' NOT NULL,
	`demo` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`active_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`coach_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `placement_code` ON `placement` (`code`);--> statement-breakpoint
CREATE INDEX `placement_coach` ON `placement` (`coach_id`);--> statement-breakpoint
CREATE INDEX `placement_organisation` ON `placement` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `placement_assessment` ON `placement` (`assessment_id`);--> statement-breakpoint
CREATE TABLE `placement_event` (
	`id` text PRIMARY KEY NOT NULL,
	`placement_id` text NOT NULL,
	`at` integer NOT NULL,
	`side` text NOT NULL,
	`what` text NOT NULL,
	`detail` text NOT NULL,
	FOREIGN KEY (`placement_id`) REFERENCES `placement`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `placement_event_placement` ON `placement_event` (`placement_id`,`at`);--> statement-breakpoint
CREATE TABLE `placement_need` (
	`placement_id` text NOT NULL,
	`need` text NOT NULL,
	PRIMARY KEY(`placement_id`, `need`),
	FOREIGN KEY (`placement_id`) REFERENCES `placement`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `placement_note` (
	`id` text PRIMARY KEY NOT NULL,
	`placement_id` text NOT NULL,
	`visit_id` text,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`placement_id`) REFERENCES `placement`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`visit_id`) REFERENCES `visit`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `placement_note_placement` ON `placement_note` (`placement_id`);--> statement-breakpoint
CREATE TABLE `placement_threshold` (
	`id` text PRIMARY KEY NOT NULL,
	`placement_id` text NOT NULL,
	`item` text,
	`text` text NOT NULL,
	`weight` text NOT NULL,
	`seen_on` text NOT NULL,
	`lowered_on` text,
	`side` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`rival` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`placement_id`) REFERENCES `placement`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `placement_threshold_placement` ON `placement_threshold` (`placement_id`);--> statement-breakpoint
CREATE TABLE `sign_in_link` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`token_hash` text NOT NULL,
	`language` text NOT NULL,
	`next` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`spent_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_in_link_token_hash` ON `sign_in_link` (`token_hash`);--> statement-breakpoint
CREATE INDEX `sign_in_link_expires_at` ON `sign_in_link` (`expires_at`);--> statement-breakpoint
CREATE TABLE `task` (
	`id` text PRIMARY KEY NOT NULL,
	`placement_id` text NOT NULL,
	`title` text NOT NULL,
	`when_done` text NOT NULL,
	`minutes` integer NOT NULL,
	`per` text NOT NULL,
	`needs` text NOT NULL,
	`risk` text NOT NULL,
	`adapted` text DEFAULT '' NOT NULL,
	`done_by` text DEFAULT '' NOT NULL,
	`carve` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`placement_id`) REFERENCES `placement`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `task_placement` ON `task` (`placement_id`);--> statement-breakpoint
CREATE TABLE `tried_remedy` (
	`id` text PRIMARY KEY NOT NULL,
	`placement_id` text NOT NULL,
	`threshold_id` text NOT NULL,
	`remedy` text,
	`text` text DEFAULT '' NOT NULL,
	`tried_on` text NOT NULL,
	`helped` text,
	FOREIGN KEY (`placement_id`) REFERENCES `placement`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`threshold_id`) REFERENCES `placement_threshold`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `tried_remedy_threshold` ON `tried_remedy` (`threshold_id`);--> statement-breakpoint
CREATE INDEX `tried_remedy_placement` ON `tried_remedy` (`placement_id`);--> statement-breakpoint
CREATE TABLE `visit` (
	`id` text PRIMARY KEY NOT NULL,
	`placement_id` text NOT NULL,
	`on_day` text NOT NULL,
	`time` text DEFAULT '' NOT NULL,
	`purpose` text DEFAULT '' NOT NULL,
	`started_at` integer,
	`done_at` integer,
	`report` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`placement_id`) REFERENCES `placement`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `visit_placement` ON `visit` (`placement_id`);--> statement-breakpoint
CREATE TABLE `waiver` (
	`placement_id` text NOT NULL,
	`item` text NOT NULL,
	`reason` text NOT NULL,
	`by_whom` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`placement_id`, `item`),
	FOREIGN KEY (`placement_id`) REFERENCES `placement`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `worker_count` (
	`assessment_id` text NOT NULL,
	`question` text NOT NULL,
	`answer` text NOT NULL,
	`n` integer NOT NULL,
	`shown` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`assessment_id`, `question`, `answer`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `worker_device` (
	`assessment_id` text NOT NULL,
	`device_hash` text NOT NULL,
	PRIMARY KEY(`assessment_id`, `device_hash`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `action` ADD `proposed_by` text;--> statement-breakpoint
ALTER TABLE `assessment` ADD `organisation_id` text REFERENCES organisation(id) ON DELETE set null;--> statement-breakpoint
ALTER TABLE `assessment` ADD `started_by` text REFERENCES person(id) ON DELETE set null;--> statement-breakpoint
ALTER TABLE `assessment` ADD `starter_voice` text;--> statement-breakpoint
ALTER TABLE `assessment` ADD `taken_over_at` integer;--> statement-breakpoint
CREATE INDEX `assessment_organisation` ON `assessment` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `assessment_started_by` ON `assessment` (`started_by`);--> statement-breakpoint
ALTER TABLE `link` ADD `person_id` text REFERENCES person(id) ON DELETE cascade;--> statement-breakpoint
ALTER TABLE `link` ADD `bound_at` integer;--> statement-breakpoint
ALTER TABLE `link` ADD `confirmed_at` integer;--> statement-breakpoint
ALTER TABLE `link` ADD `scope` text;--> statement-breakpoint
ALTER TABLE `link` ADD `sealed` text;--> statement-breakpoint
CREATE INDEX `link_person` ON `link` (`person_id`);--> statement-breakpoint
ALTER TABLE `mail` ADD `placement_id` text REFERENCES placement(id) ON DELETE cascade;--> statement-breakpoint
CREATE INDEX `mail_placement` ON `mail` (`placement_id`);--> statement-breakpoint
ALTER TABLE `session` ADD `person_id` text REFERENCES person(id) ON DELETE cascade;--> statement-breakpoint
ALTER TABLE `session` ADD `device` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `session` ADD `replaced` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `session_person` ON `session` (`person_id`);