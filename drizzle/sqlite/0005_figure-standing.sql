CREATE TABLE `counted_plan` (
	`submission_id` text PRIMARY KEY NOT NULL,
	`plan` text NOT NULL,
	FOREIGN KEY (`submission_id`) REFERENCES `submission`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `facts_shape` (
	`id` text PRIMARY KEY NOT NULL,
	`items` text NOT NULL,
	`dimensions` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `figure_making` (
	`id` text PRIMARY KEY NOT NULL,
	`universe` text NOT NULL,
	`night` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `figure_making_night` ON `figure_making` (`universe`,`night`);--> statement-breakpoint
CREATE TABLE `figure_standing` (
	`id` text PRIMARY KEY NOT NULL,
	`making_id` text NOT NULL,
	`universe` text NOT NULL,
	`night` integer NOT NULL,
	`rows` text,
	`members` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `figure_standing_universe` ON `figure_standing` (`universe`);--> statement-breakpoint
DROP INDEX `submission_sector_at`;--> statement-breakpoint
CREATE INDEX `submission_sector` ON `submission` (`sector`,`assessment_id`);