CREATE TABLE `api_key` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`label` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`used_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_key_token_hash` ON `api_key` (`token_hash`);--> statement-breakpoint
CREATE INDEX `api_key_organisation` ON `api_key` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `campaign` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`slug` text NOT NULL,
	`title` text NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`edition_id`) REFERENCES `edition`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `campaign_slug` ON `campaign` (`slug`);--> statement-breakpoint
CREATE INDEX `campaign_edition` ON `campaign` (`edition_id`);--> statement-breakpoint
CREATE TABLE `edition` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`sector` text NOT NULL,
	`slug` text NOT NULL,
	`draft` text NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `edition_organisation` ON `edition` (`organisation_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `edition_slug` ON `edition` (`slug`);--> statement-breakpoint
CREATE TABLE `edition_version` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`number` integer NOT NULL,
	`checklist_ref` text NOT NULL,
	`content` text NOT NULL,
	`changes` text DEFAULT '' NOT NULL,
	`published_at` integer NOT NULL,
	FOREIGN KEY (`edition_id`) REFERENCES `edition`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `edition_version_number` ON `edition_version` (`edition_id`,`number`);--> statement-breakpoint
CREATE TABLE `figure_member` (
	`id` text PRIMARY KEY NOT NULL,
	`universe` text NOT NULL,
	`source` text NOT NULL,
	`member` text NOT NULL,
	`organisation` text NOT NULL,
	`account` integer NOT NULL,
	`rows` text NOT NULL,
	`facts` text,
	`assessment_id` text,
	`from_night` integer NOT NULL,
	`until_night` integer,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `figure_member_from` ON `figure_member` (`member`,`from_night`);--> statement-breakpoint
CREATE INDEX `figure_member_assessment` ON `figure_member` (`assessment_id`);--> statement-breakpoint
CREATE INDEX `figure_member_universe` ON `figure_member` (`universe`);--> statement-breakpoint
CREATE TABLE `figure_night` (
	`number` integer PRIMARY KEY NOT NULL,
	`made_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `figure_table` (
	`scope` text NOT NULL,
	`name` text NOT NULL,
	`night` integer NOT NULL,
	`made_at` integer NOT NULL,
	`rows` text NOT NULL,
	PRIMARY KEY(`scope`, `name`, `night`)
);
--> statement-breakpoint
CREATE TABLE `logo` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`mime` text NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `logo_organisation` ON `logo` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `pilot` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`title` text NOT NULL,
	`sector` text NOT NULL,
	`setting` text DEFAULT '' NOT NULL,
	`question` text DEFAULT '' NOT NULL,
	`starts_on` text,
	`ends_on` text,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`finished_at` integer,
	`published_at` integer,
	`published` text,
	`duplicated_from` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `pilot_organisation` ON `pilot` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `pilot_published` ON `pilot` (`published_at`);--> statement-breakpoint
CREATE TABLE `pilot_assessment` (
	`pilot_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	PRIMARY KEY(`pilot_id`, `assessment_id`),
	FOREIGN KEY (`pilot_id`) REFERENCES `pilot`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `pilot_assessment_assessment` ON `pilot_assessment` (`assessment_id`);--> statement-breakpoint
CREATE TABLE `pilot_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`pilot_id` text NOT NULL,
	`phase` integer NOT NULL,
	`day` text NOT NULL,
	`note` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`pilot_id`) REFERENCES `pilot`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `pilot_entry_pilot` ON `pilot_entry` (`pilot_id`,`day`);--> statement-breakpoint
CREATE TABLE `pilot_lesson` (
	`id` text PRIMARY KEY NOT NULL,
	`pilot_id` text NOT NULL,
	`kind` text NOT NULL,
	`note` text NOT NULL,
	`item` text,
	`origin` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`pilot_id`) REFERENCES `pilot`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `pilot_lesson_pilot` ON `pilot_lesson` (`pilot_id`);--> statement-breakpoint
CREATE TABLE `pilot_partner` (
	`id` text PRIMARY KEY NOT NULL,
	`pilot_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`contribution` text DEFAULT '' NOT NULL,
	`token_hash` text,
	`confirmed_hash` text,
	`confirmed_at` integer,
	FOREIGN KEY (`pilot_id`) REFERENCES `pilot`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `pilot_partner_pilot` ON `pilot_partner` (`pilot_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `pilot_partner_token_hash` ON `pilot_partner` (`token_hash`);--> statement-breakpoint
CREATE TABLE `pilot_phase` (
	`pilot_id` text NOT NULL,
	`phase` integer NOT NULL,
	`status` text NOT NULL,
	`deliverables` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`done_on` text,
	PRIMARY KEY(`pilot_id`, `phase`),
	FOREIGN KEY (`pilot_id`) REFERENCES `pilot`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `pilot_placement` (
	`pilot_id` text NOT NULL,
	`placement_id` text NOT NULL,
	PRIMARY KEY(`pilot_id`, `placement_id`),
	FOREIGN KEY (`pilot_id`) REFERENCES `pilot`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`placement_id`) REFERENCES `placement`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `pilot_placement_placement` ON `pilot_placement` (`placement_id`);--> statement-breakpoint
CREATE TABLE `remark` (
	`id` text PRIMARY KEY NOT NULL,
	`assessment_id` text NOT NULL,
	`checklist_ref` text NOT NULL,
	`item` text NOT NULL,
	`kind` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `remark_once` ON `remark` (`assessment_id`,`item`,`kind`);--> statement-breakpoint
CREATE INDEX `remark_item` ON `remark` (`checklist_ref`,`item`);--> statement-breakpoint
CREATE TABLE `sector_action` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`sector` text NOT NULL,
	`item` text,
	`title` text NOT NULL,
	`owner` text DEFAULT '' NOT NULL,
	`due` text,
	`status` text DEFAULT 'todo' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sector_action_organisation` ON `sector_action` (`organisation_id`,`sector`);--> statement-breakpoint
CREATE TABLE `uptake` (
	`campaign_id` text NOT NULL,
	`week` text NOT NULL,
	`kind` text NOT NULL,
	`counting_key` text NOT NULL,
	`account` integer NOT NULL,
	PRIMARY KEY(`campaign_id`, `week`, `kind`, `counting_key`),
	FOREIGN KEY (`campaign_id`) REFERENCES `campaign`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `assessment` ADD `edition_version_id` text REFERENCES edition_version(id) ON DELETE set null;--> statement-breakpoint
ALTER TABLE `assessment` ADD `campaign_id` text REFERENCES campaign(id) ON DELETE set null;--> statement-breakpoint
CREATE INDEX `assessment_edition_version` ON `assessment` (`edition_version_id`);--> statement-breakpoint
CREATE INDEX `assessment_campaign` ON `assessment` (`campaign_id`);--> statement-breakpoint
ALTER TABLE `submission` ADD `edition_id` text;--> statement-breakpoint
ALTER TABLE `submission` ADD `campaign_id` text;