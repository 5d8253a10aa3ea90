ALTER TABLE `mail` ADD `assessment_id` text REFERENCES assessment(id) ON DELETE cascade;--> statement-breakpoint
CREATE INDEX `mail_assessment` ON `mail` (`assessment_id`);