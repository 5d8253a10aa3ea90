CREATE TABLE `action` (
	`id` text PRIMARY KEY NOT NULL,
	`assessment_id` text NOT NULL,
	`remedy` text,
	`title` text NOT NULL,
	`owner` text DEFAULT '' NOT NULL,
	`due` text,
	`status` text DEFAULT 'todo' NOT NULL,
	`instrument` text,
	`note` text DEFAULT '' NOT NULL,
	`items` text NOT NULL,
	`step` integer,
	`done_by` text DEFAULT '' NOT NULL,
	`done_at` text,
	`done_how` text DEFAULT '' NOT NULL,
	`done_seq` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `action_assessment` ON `action` (`assessment_id`);--> statement-breakpoint
CREATE TABLE `answer` (
	`id` text PRIMARY KEY NOT NULL,
	`assessment_id` text NOT NULL,
	`round` integer NOT NULL,
	`item` text NOT NULL,
	`voice` text NOT NULL,
	`author` text NOT NULL,
	`author_label` text DEFAULT '' NOT NULL,
	`value` text NOT NULL,
	`reason_id` text,
	`reason_text` text DEFAULT '' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`proof` text DEFAULT '' NOT NULL,
	`base` text NOT NULL,
	`at` integer NOT NULL,
	`seq` integer NOT NULL,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `answer_assessment_seq` ON `answer` (`assessment_id`,`seq`);--> statement-breakpoint
CREATE INDEX `answer_assessment_item` ON `answer` (`assessment_id`,`item`);--> statement-breakpoint
CREATE TABLE `assessment` (
	`id` text PRIMARY KEY NOT NULL,
	`checklist_ref` text NOT NULL,
	`language` text NOT NULL,
	`context` text NOT NULL,
	`label` text DEFAULT '' NOT NULL,
	`code_hash` text,
	`counting_key` text NOT NULL,
	`demo` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`active_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `assessment_code_hash` ON `assessment` (`code_hash`);--> statement-breakpoint
CREATE INDEX `assessment_active_at` ON `assessment` (`active_at`);--> statement-breakpoint
CREATE TABLE `current_answer` (
	`assessment_id` text NOT NULL,
	`round` integer NOT NULL,
	`item` text NOT NULL,
	`voice` text NOT NULL,
	`answer_id` text NOT NULL,
	PRIMARY KEY(`assessment_id`, `round`, `item`, `voice`, `answer_id`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `deletion` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`counts` text NOT NULL,
	`backups_until` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `digest` (
	`assessment_id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`language` text NOT NULL,
	`confirm_hash` text,
	`stop_hash` text NOT NULL,
	`stop_token` text NOT NULL,
	`asked_at` integer NOT NULL,
	`confirmed_at` integer,
	`last_week` text,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `digest_confirm_hash` ON `digest` (`confirm_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `digest_stop_hash` ON `digest` (`stop_hash`);--> statement-breakpoint
CREATE TABLE `guess` (
	`key` text PRIMARY KEY NOT NULL,
	`points` integer NOT NULL,
	`expires_at` integer
);
--> statement-breakpoint
CREATE INDEX `guess_expires_at` ON `guess` (`expires_at`);--> statement-breakpoint
CREATE TABLE `job` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`payload` text NOT NULL,
	`run_at` integer NOT NULL,
	`claimed_until` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`last_error` text,
	`done_at` integer
);
--> statement-breakpoint
CREATE INDEX `job_run_at` ON `job` (`run_at`);--> statement-breakpoint
CREATE TABLE `link` (
	`id` text PRIMARY KEY NOT NULL,
	`assessment_id` text NOT NULL,
	`kind` text NOT NULL,
	`token_hash` text NOT NULL,
	`label` text DEFAULT '' NOT NULL,
	`voice` text DEFAULT '' NOT NULL,
	`item` text,
	`question` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer,
	`revoked_at` integer,
	`opened_at` integer,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `link_token_hash` ON `link` (`token_hash`);--> statement-breakpoint
CREATE INDEX `link_assessment` ON `link` (`assessment_id`);--> statement-breakpoint
CREATE TABLE `log` (
	`id` text PRIMARY KEY NOT NULL,
	`assessment_id` text NOT NULL,
	`at` integer NOT NULL,
	`who` text NOT NULL,
	`what` text NOT NULL,
	`detail` text NOT NULL,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `log_assessment` ON `log` (`assessment_id`,`at`);--> statement-breakpoint
CREATE TABLE `mail` (
	`id` text PRIMARY KEY NOT NULL,
	`to_address` text NOT NULL,
	`language` text NOT NULL,
	`kind` text NOT NULL,
	`payload` text NOT NULL,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_at` integer,
	`last_error` text
);
--> statement-breakpoint
CREATE INDEX `mail_sent_at` ON `mail` (`sent_at`,`created_at`);--> statement-breakpoint
CREATE TABLE `round` (
	`assessment_id` text NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`started_at` integer NOT NULL,
	PRIMARY KEY(`assessment_id`, `number`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`data` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `session_expires_at` ON `session` (`expires_at`);--> statement-breakpoint
CREATE TABLE `submission` (
	`id` text PRIMARY KEY NOT NULL,
	`assessment_id` text NOT NULL,
	`round` integer NOT NULL,
	`at` integer NOT NULL,
	`language` text NOT NULL,
	`level` integer NOT NULL,
	`counted` integer NOT NULL,
	`counting_key` text NOT NULL,
	`sector` text NOT NULL,
	`checklist_ref` text NOT NULL,
	`context` text NOT NULL,
	`facts` text NOT NULL,
	`report` text NOT NULL,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `submission_assessment_round` ON `submission` (`assessment_id`,`round`);--> statement-breakpoint
CREATE INDEX `submission_sector_at` ON `submission` (`sector`,`at`);