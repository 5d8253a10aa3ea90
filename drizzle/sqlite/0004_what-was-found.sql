ALTER TABLE `pilot` ADD `answer` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `remark` ADD `dealt_with_at` integer;